using AgencyGraph.Receipts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AgencyGraph.Incidents;

internal sealed class DeliveryMapping : IEntityTypeConfiguration<Delivery>
{
    public void Configure(EntityTypeBuilder<Delivery> builder)
    {
        _ = builder.ToTable("deliveries");
        _ = builder.HasOne(delivery => delivery.Incident).WithMany(incident => incident.Deliveries)
            .HasForeignKey(delivery => delivery.IncidentId);
        _ = builder.HasIndex(delivery => new { delivery.IncidentId, delivery.ToCode });
        builder.MapSending();
    }
}
