using System.Text;
using System.Text.Json;
using AgencyGraph.Contract;
using SQLitePCL;

namespace AgencyGraph.Benchmarks.Limit;

/// <summary>The benchmark's reads on a connection of their own, straight from prepared SQL to JSON.</summary>
internal sealed class SqliteReads : ILimitReads
{
    private readonly sqlite3 database;
    private readonly LimitJson answer = new();
    private readonly Utf8JsonWriter json;
    private readonly LimitStatement known, children, identity, tenIncidents, fiveIncidents, openReferrals, fiveReferrals;

    public SqliteReads(string file)
    {
        _ = raw.sqlite3_open_v2(file, out database, raw.SQLITE_OPEN_READWRITE | raw.SQLITE_OPEN_NOMUTEX, null);
        _ = raw.sqlite3_exec(database, "PRAGMA mmap_size=1073741824; PRAGMA cache_size=-16000; PRAGMA busy_timeout=5000");
        json = answer.Writer;
        known = new(database, SqliteSql.IsKnown);
        children = new(database, SqliteSql.FirstChildren);
        identity = new(database, SqliteSql.Identity);
        tenIncidents = new(database, SqliteSql.LastTenIncidents);
        fiveIncidents = new(database, SqliteSql.LastFiveIncidents);
        openReferrals = new(database, SqliteSql.OpenReferrals);
        fiveReferrals = new(database, SqliteSql.LastFiveReferrals);
    }

    public ValueTask<ReadOnlyMemory<byte>> ChildAsync(Guid id, string council) => ValueTask.FromResult(Child(id.ToByteArray(bigEndian: true), Encoding.ASCII.GetBytes(council)));

    public ValueTask<ReadOnlyMemory<byte>> ChildrenAsync(string council) => ValueTask.FromResult(Children(Encoding.ASCII.GetBytes(council)));

    public void Dispose()
    {
        foreach (var statement in new[] { known, children, identity, tenIncidents, fiveIncidents, openReferrals, fiveReferrals })
            statement.Dispose();
        answer.Dispose();
        database.Dispose();
    }

    private ReadOnlyMemory<byte> Child(ReadOnlySpan<byte> child, ReadOnlySpan<byte> council)
    {
        answer.Begin(LimitJson.Child);
        known.Bind(child, council);
        if (known.Step())
        {
            json.WriteStartObject();
            WriteChild(child, council);
            WriteIncidents(tenIncidents, child, council, isWhole: true);
            WriteReferrals(openReferrals, child, council, isWhole: true);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNullValue();
        }

        known.Reset();
        return answer.End();
    }

    private ReadOnlyMemory<byte> Children(ReadOnlySpan<byte> council)
    {
        answer.Begin(LimitJson.Children);
        json.WriteStartObject();
        json.WriteStartArray(LimitJson.Nodes);
        children.Bind([], council);
        while (children.Step())
        {
            var child = children.Blob(0);
            json.WriteStartObject();
            WriteChild(child, council);
            WriteIncidents(fiveIncidents, child, council, isWhole: false);
            WriteReferrals(fiveReferrals, child, council, isWhole: false);
            json.WriteEndObject();
        }

        children.Reset();
        json.WriteEndArray();
        json.WriteEndObject();
        return answer.End();
    }

    private void WriteChild(ReadOnlySpan<byte> child, ReadOnlySpan<byte> council)
    {
        json.WriteString(LimitJson.Id, NodeId.Encode('c', new Guid(child, bigEndian: true)));
        json.WritePropertyName(LimitJson.Identity);
        identity.Bind(child, council);
        if (identity.Step())
        {
            json.WriteStartObject();
            identity.WriteText(json, LimitJson.GivenName, 0);
            identity.WriteText(json, LimitJson.Surname, 1);
            identity.WriteText(json, LimitJson.BornOn, 2);
            json.WriteEndObject();
        }
        else
        {
            json.WriteNullValue();
        }

        identity.Reset();
    }

    private void WriteIncidents(LimitStatement rows, ReadOnlySpan<byte> child, ReadOnlySpan<byte> council, bool isWhole)
    {
        json.WriteStartObject(LimitJson.Incidents);
        json.WriteStartArray(LimitJson.Nodes);
        rows.Bind(child, council);
        while (rows.Step())
        {
            json.WriteStartObject();
            rows.WriteId(json, LimitJson.Id, 'i', 0);
            rows.WriteText(json, LimitJson.Kind, 1);
            if (isWhole)
                rows.WriteText(json, LimitJson.RiskGrade, 2);
            answer.WriteInstant(LimitJson.OccurredAt, rows.Instant(isWhole ? 3 : 2));
            if (isWhole)
                answer.WriteInstant(LimitJson.RecordedAt, rows.Instant(4));
            else
                rows.WriteText(json, LimitJson.RiskGrade, 3);
            json.WriteStartObject(LimitJson.Force);
            rows.WriteText(json, LimitJson.ItsName, isWhole ? 5 : 4);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        rows.Reset();
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private void WriteReferrals(LimitStatement rows, ReadOnlySpan<byte> child, ReadOnlySpan<byte> council, bool isWhole)
    {
        json.WriteStartObject(LimitJson.Referrals);
        json.WriteStartArray(LimitJson.Nodes);
        rows.Bind(child, council);
        while (rows.Step())
        {
            json.WriteStartObject();
            rows.WriteId(json, LimitJson.Id, 'f', 0);
            rows.WriteText(json, LimitJson.Stage, 1);
            if (isWhole)
                rows.WriteText(json, LimitJson.Reference, 2);
            answer.WriteInstant(LimitJson.RecordedAt, rows.Instant(isWhole ? 3 : 2));
            json.WriteEndObject();
        }

        rows.Reset();
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
