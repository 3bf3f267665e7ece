using Npgsql;

namespace AgencyGraph.Benchmarks.Limit;

/// <summary>What a batch of levels brought, by the place of the child.</summary>
internal sealed class Family(int children)
{
    public IdentityRow?[] Identity { get; } = new IdentityRow?[children];

    public List<IncidentRow>[] Incidents { get; } = Empty<IncidentRow>(children);

    public List<ReferralRow>[] Referrals { get; } = Empty<ReferralRow>(children);

    /// <summary>Identity, incidents, referrals: three results, each beginning with the place of the child from 1.</summary>
    public static async Task<Family> ReadAsync(NpgsqlDataReader reader, int children)
    {
        var family = new Family(children);
        while (await reader.ReadAsync())
            family.Identity[Place(reader)] = new IdentityRow(Text(reader, 1), Text(reader, 2), reader.IsDBNull(3) ? null : reader.GetFieldValue<DateOnly>(3));

        _ = await reader.NextResultAsync();
        while (await reader.ReadAsync())
        {
            family.Incidents[Place(reader)].Add(new IncidentRow(
                reader.GetGuid(1), Text(reader, 2), Text(reader, 3), reader.GetDateTime(4), reader.GetDateTime(5), reader.GetString(6)));
        }

        _ = await reader.NextResultAsync();
        while (await reader.ReadAsync())
            family.Referrals[Place(reader)].Add(new ReferralRow(reader.GetGuid(1), reader.GetString(2), Text(reader, 3), reader.GetDateTime(4)));
        return family;
    }

    private static int Place(NpgsqlDataReader reader) => (int)reader.GetInt64(0) - 1;

    private static string? Text(NpgsqlDataReader reader, int column) => reader.IsDBNull(column) ? null : reader.GetString(column);

    private static List<T>[] Empty<T>(int children) => [.. Enumerable.Range(0, children).Select(_ => new List<T>())];

    public sealed record IdentityRow(string? GivenName, string? Surname, DateOnly? BornOn);

    public sealed record IncidentRow(Guid Id, string? Kind, string? RiskGrade, DateTime OccurredAt, DateTime RecordedAt, string Force);

    public sealed record ReferralRow(Guid Id, string Stage, string? Reference, DateTime RecordedAt);
}
