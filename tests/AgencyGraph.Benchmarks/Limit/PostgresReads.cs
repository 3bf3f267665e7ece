using System.Text.Json;
using AgencyGraph.Contract;
using Npgsql;

namespace AgencyGraph.Benchmarks.Limit;

/// <summary>The benchmark's reads on a connection of their own: a prepared statement a level, and as few round trips as can be.</summary>
internal sealed class PostgresReads : ILimitReads
{
    private readonly NpgsqlConnection connection;
    private readonly LimitJson answer = new();
    private readonly Utf8JsonWriter json;
    private readonly NpgsqlCommand children;
    private readonly NpgsqlBatch one, each;

    public PostgresReads(string connectionString)
    {
        connection = new NpgsqlConnection(connectionString);
        connection.Open();
        json = answer.Writer;
        children = new NpgsqlCommand(PostgresSql.FirstChildren, connection) { Parameters = { new NpgsqlParameter<string> { TypedValue = "" } } };
        children.Prepare();
        one = Levels(PostgresSql.OpenReferrals, most: 10);
        one.BatchCommands.Insert(0, Level(PostgresSql.IsKnown, null));
        one.Prepare();
        each = Levels(PostgresSql.Referrals, most: 5);
        each.Prepare();
    }

    public async ValueTask<ReadOnlyMemory<byte>> ChildAsync(Guid id, string council)
    {
        answer.Begin(LimitJson.Child);
        Bind(one, [id], council);
        await using var reader = await one.ExecuteReaderAsync();
        if (await reader.ReadAsync())
        {
            _ = await reader.NextResultAsync();
            var rows = await Family.ReadAsync(reader, 1);
            Write(id, rows, 0, isWhole: true);
        }
        else
        {
            json.WriteNullValue();
        }

        return answer.End();
    }

    public async ValueTask<ReadOnlyMemory<byte>> ChildrenAsync(string council)
    {
        answer.Begin(LimitJson.Children);
        json.WriteStartObject();
        json.WriteStartArray(LimitJson.Nodes);
        var ids = await FirstAsync(council);
        Bind(each, ids, council);
        await using var reader = await each.ExecuteReaderAsync();
        var rows = await Family.ReadAsync(reader, ids.Length);
        for (var place = 0; place < ids.Length; place++)
            Write(ids[place], rows, place, isWhole: false);
        json.WriteEndArray();
        json.WriteEndObject();
        return answer.End();
    }

    public void Dispose()
    {
        children.Dispose();
        one.Dispose();
        each.Dispose();
        connection.Dispose();
        answer.Dispose();
    }

    private async Task<Guid[]> FirstAsync(string council)
    {
        ((NpgsqlParameter<string>)children.Parameters[0]).TypedValue = council;
        await using var reader = await children.ExecuteReaderAsync();
        var ids = new List<Guid>();
        while (await reader.ReadAsync())
            ids.Add(reader.GetGuid(0));
        return [.. ids];
    }

    private NpgsqlBatch Levels(string referrals, int most)
        => new(connection) { BatchCommands = { Level(PostgresSql.Identity, null), Level(PostgresSql.Incidents, most), Level(referrals, most) } };

    private static NpgsqlBatchCommand Level(string sql, int? most)
    {
        var level = new NpgsqlBatchCommand(sql)
        {
            Parameters = { new NpgsqlParameter<Guid[]> { TypedValue = [] }, new NpgsqlParameter<string> { TypedValue = "" } },
        };
        if (most is { } rows)
            level.Parameters.Add(new NpgsqlParameter<long> { TypedValue = rows });
        return level;
    }

    private static void Bind(NpgsqlBatch levels, Guid[] ids, string council)
    {
        foreach (NpgsqlBatchCommand level in levels.BatchCommands)
        {
            ((NpgsqlParameter<Guid[]>)level.Parameters[0]).TypedValue = ids;
            ((NpgsqlParameter<string>)level.Parameters[1]).TypedValue = council;
        }
    }

    private void Write(Guid child, Family rows, int place, bool isWhole)
    {
        json.WriteStartObject();
        json.WriteString(LimitJson.Id, NodeId.Encode('c', child));
        json.WritePropertyName(LimitJson.Identity);
        if (rows.Identity[place] is { } identity)
            Write(identity);
        else
            json.WriteNullValue();
        Begin(LimitJson.Incidents);
        foreach (var incident in rows.Incidents[place])
            Write(incident, isWhole);
        End();
        Begin(LimitJson.Referrals);
        foreach (var referral in rows.Referrals[place])
            Write(referral, isWhole);
        End();
        json.WriteEndObject();

        void Begin(JsonEncodedText edge)
        {
            json.WriteStartObject(edge);
            json.WriteStartArray(LimitJson.Nodes);
        }

        void End()
        {
            json.WriteEndArray();
            json.WriteEndObject();
        }
    }

    private void Write(Family.IdentityRow row)
    {
        json.WriteStartObject();
        json.WriteString(LimitJson.GivenName, row.GivenName);
        json.WriteString(LimitJson.Surname, row.Surname);
        json.WriteString(LimitJson.BornOn, row.BornOn?.ToString("O"));
        json.WriteEndObject();
    }

    private void Write(Family.IncidentRow row, bool isWhole)
    {
        json.WriteStartObject();
        json.WriteString(LimitJson.Id, NodeId.Encode('i', row.Id));
        json.WriteString(LimitJson.Kind, row.Kind);
        if (isWhole)
            json.WriteString(LimitJson.RiskGrade, row.RiskGrade);
        answer.WriteInstant(LimitJson.OccurredAt, row.OccurredAt);
        if (isWhole)
            answer.WriteInstant(LimitJson.RecordedAt, row.RecordedAt);
        else
            json.WriteString(LimitJson.RiskGrade, row.RiskGrade);
        json.WriteStartObject(LimitJson.Force);
        json.WriteString(LimitJson.ItsName, row.Force);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private void Write(Family.ReferralRow row, bool isWhole)
    {
        json.WriteStartObject();
        json.WriteString(LimitJson.Id, NodeId.Encode('f', row.Id));
        json.WriteString(LimitJson.Stage, row.Stage);
        if (isWhole)
            json.WriteString(LimitJson.Reference, row.Reference);
        answer.WriteInstant(LimitJson.RecordedAt, row.RecordedAt);
        json.WriteEndObject();
    }
}
