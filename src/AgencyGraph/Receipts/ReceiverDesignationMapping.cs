using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AgencyGraph.Receipts;

internal sealed class ReceiverDesignationMapping : IEntityTypeConfiguration<ReceiverDesignation>
{
    public void Configure(EntityTypeBuilder<ReceiverDesignation> builder)
    {
        _ = builder.ToTable("receiver_designations");
        _ = builder.HasKey(designation => designation.Id);
        _ = builder.Property(designation => designation.Subject).HasMaxLength(WorkerName.MaxLength);
        _ = builder.Property(designation => designation.By).HasMaxLength(WorkerName.MaxLength);
        _ = builder.HasOne(designation => designation.Agency).WithMany().HasForeignKey(designation => designation.AgencyCode);
    }
}
