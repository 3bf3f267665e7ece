using AgencyGraph.Agencies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AgencyGraph.Receipts;

/// <summary>What is the same of every table of deliveries.</summary>
internal static class SendingMapping
{
    public static void MapSending<TSending>(this EntityTypeBuilder<TSending> builder)
        where TSending : Sending
    {
        _ = builder.HasKey(delivery => delivery.Id);
        _ = builder.HasOne(delivery => delivery.To).WithMany().HasForeignKey(delivery => delivery.ToCode);
        _ = builder.HasOne<Agency>().WithMany().HasForeignKey(delivery => delivery.FromCode);
        _ = builder.HasIndex(delivery => new { delivery.FromCode, delivery.ToCode, delivery.SharedAt });
        _ = builder.HasIndex(delivery => new { delivery.ToCode, delivery.FromCode, delivery.SharedAt })
            .HasFilter("acknowledged_at IS NULL AND withdrawn_at IS NULL");
        // Of these there are few, whenever they are looked for.
        _ = builder.HasIndex(delivery => delivery.ToCode).HasFilter("acknowledged_at IS NULL AND withdrawn_at IS NOT NULL");
        _ = builder.HasIndex(delivery => new { delivery.ToCode, delivery.FromCode, delivery.ExpiredAt }).HasFilter("expired_at IS NOT NULL");
    }
}
