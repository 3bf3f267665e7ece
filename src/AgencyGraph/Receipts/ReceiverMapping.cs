using AgencyGraph.Agencies;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AgencyGraph.Receipts;

internal sealed class ReceiverMapping : IEntityTypeConfiguration<Receiver>
{
    public void Configure(EntityTypeBuilder<Receiver> builder)
    {
        _ = builder.ToTable("receivers");
        // An agency has one.
        _ = builder.HasKey(receiver => receiver.AgencyCode);
        _ = builder.Property(receiver => receiver.Subject).HasMaxLength(WorkerName.MaxLength);
        _ = builder.HasOne<Agency>().WithMany().HasForeignKey(receiver => receiver.AgencyCode);
    }
}
