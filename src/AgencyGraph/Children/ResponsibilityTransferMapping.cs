using AgencyGraph.Agencies;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AgencyGraph.Children;

internal sealed class ResponsibilityTransferMapping : IEntityTypeConfiguration<ResponsibilityTransfer>
{
    public void Configure(EntityTypeBuilder<ResponsibilityTransfer> builder)
    {
        _ = builder.ToTable("responsibility_transfers");
        _ = builder.HasKey(transfer => transfer.Id);
        _ = builder.Property(transfer => transfer.Reason).HasMaxLength(ResponsibilityTransfer.ReasonMaxLength);
        _ = builder.Property(transfer => transfer.By).HasMaxLength(WorkerName.MaxLength);
        _ = builder.HasOne<Child>().WithMany().HasForeignKey(transfer => transfer.ChildId);
        _ = builder.HasOne<Agency>().WithMany().HasForeignKey(transfer => transfer.FromCode);
        _ = builder.HasOne<Agency>().WithMany().HasForeignKey(transfer => transfer.ToCode);
    }
}
