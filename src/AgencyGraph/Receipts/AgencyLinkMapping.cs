using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AgencyGraph.Receipts;

internal sealed class AgencyLinkMapping : IEntityTypeConfiguration<AgencyLink>
{
    /// <summary>
    /// Every figure is one look into an index of the deliveries, and is left out where it is not asked for. They are named here as a
    /// table, because the room that keeps them rests on this one.
    /// </summary>
    private const string Figures = """
        SELECT l.id, l.from_code, l.to_code, l.last_delivered_at, l.last_acknowledged_at, l.lag_seconds, l.overdue_since,
            (SELECT MAX(d.shared_at) FROM deliveries d WHERE d.from_code = l.from_code AND d.to_code = l.to_code) AS last_sent_at,
            (SELECT CAST(COUNT(*) AS integer) FROM deliveries d
                WHERE d.from_code = l.from_code AND d.to_code = l.to_code AND d.acknowledged_at IS NULL AND d.withdrawn_at IS NULL) AS waiting,
            (SELECT MIN(d.shared_at) FROM deliveries d
                WHERE d.from_code = l.from_code AND d.to_code = l.to_code AND d.acknowledged_at IS NULL AND d.withdrawn_at IS NULL)
                AS oldest_waiting_at,
            (SELECT MIN(COALESCE(d.announced_at, d.shared_at)) FROM deliveries d
                WHERE d.from_code = l.from_code AND d.to_code = l.to_code AND d.acknowledged_at IS NULL AND d.withdrawn_at IS NULL
                    AND d.expired_at IS NULL) AS held_since,
            (SELECT CAST(COUNT(*) AS integer) FROM deliveries d
                WHERE d.from_code = l.from_code AND d.to_code = l.to_code AND d.acknowledged_at IS NULL AND d.withdrawn_at IS NULL
                    AND d.expired_at IS NOT NULL) AS expired,
            (SELECT MIN(d.expired_at) FROM deliveries d
                WHERE d.from_code = l.from_code AND d.to_code = l.to_code AND d.acknowledged_at IS NULL AND d.withdrawn_at IS NULL
                    AND d.expired_at IS NOT NULL) AS expired_since,
            EXISTS (SELECT 1 FROM receivers r WHERE r.agency_code = l.to_code) AS has_receiver
        FROM links l
        """;

    public void Configure(EntityTypeBuilder<AgencyLink> builder)
    {
        _ = builder.ToSqlQuery(Figures);
        _ = builder.HasKey(link => link.Id);
        _ = builder.HasOne(link => link.From).WithMany().HasForeignKey(link => link.FromCode);
        _ = builder.HasOne(link => link.To).WithMany().HasForeignKey(link => link.ToCode);
    }
}
