using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AgencyGraph.Receipts;

internal sealed class AgencyLinkMapping : IEntityTypeConfiguration<AgencyLink>
{
    private const string Sent = "d.from_code = l.from_code AND d.to_code = l.to_code";
    private const string Waiting = $"{Sent} AND d.acknowledged_at IS NULL AND d.withdrawn_at IS NULL";
    private const string Held = $"{Waiting} AND d.expired_at IS NULL";
    private const string Expired = $"{Waiting} AND d.expired_at IS NOT NULL";

    /// <summary>The tables of deliveries. They are named here as tables, because the rooms that keep them rest on this one.</summary>
    private static readonly string[] Tables = ["deliveries", "episode_deliveries"];

    public void Configure(EntityTypeBuilder<AgencyLink> builder)
    {
        _ = builder.ToSqlQuery(Figures());
        _ = builder.HasKey(link => link.Id);
        _ = builder.HasOne(link => link.From).WithMany().HasForeignKey(link => link.FromCode);
        _ = builder.HasOne(link => link.To).WithMany().HasForeignKey(link => link.ToCode);
    }

    /// <summary>Every figure is one look into an index of each table, and is left out where it is not asked for.</summary>
    private static string Figures() => $"""
        SELECT l.id, l.from_code, l.to_code, l.last_delivered_at, l.last_acknowledged_at, l.lag_seconds, l.overdue_since,
            {Of("MAX", "d.shared_at", Sent)} AS last_sent_at,
            {Count(Waiting)} AS waiting,
            {Of("MIN", "d.shared_at", Waiting)} AS oldest_waiting_at,
            {Of("MIN", "COALESCE(d.announced_at, d.shared_at)", Held)} AS held_since,
            {Count(Expired)} AS expired,
            {Of("MIN", "d.expired_at", Expired)} AS expired_since,
            EXISTS (SELECT 1 FROM receivers r WHERE r.agency_code = l.to_code) AS has_receiver
        FROM links l
        """;

    private static string Count(string which)
        => $"({string.Join(" + ", Tables.Select(table => $"(SELECT CAST(COUNT(*) AS integer) FROM {table} d WHERE {which})"))})";

    private static string Of(string figure, string column, string which)
        => $"(SELECT {figure}(each.found) FROM ({string.Join(" UNION ALL ", Tables.Select(table => $"SELECT {figure}({column}) AS found FROM {table} d WHERE {which}"))}) AS each)";
}
