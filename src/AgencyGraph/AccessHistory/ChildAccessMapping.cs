using AgencyGraph.Children;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AgencyGraph.AccessHistory;

internal sealed class ChildAccessMapping : IEntityTypeConfiguration<ChildAccess>
{
    public void Configure(EntityTypeBuilder<ChildAccess> builder)
    {
        _ = builder.ToTable("child_accesses");
        _ = builder.HasKey(access => access.Id);
        _ = builder.Property(access => access.Reader).HasMaxLength(WorkerName.MaxLength);
        _ = builder.Property(access => access.OnBehalfOf).HasMaxLength(WorkerName.MaxLength);
        _ = builder.Property(access => access.ReaderHolder).HasMaxLength(Relationship.HolderMaxLength);
        _ = builder.HasOne<Child>().WithMany().HasForeignKey(access => access.ChildId);
        _ = builder.HasOne(access => access.ReaderAgency).WithMany().HasForeignKey(access => access.ReaderAgencyCode);
        _ = builder.HasIndex(access => new { access.ChildId, access.Day, access.ReaderHolder, access.OnBehalfOf, access.Role, access.Purpose }).IsUnique();
        _ = builder.HasIndex(access => new { access.ReaderHolder, access.Day });
        _ = builder.HasIndex(access => new { access.ReaderAgencyCode, access.FirstAt, access.Id });
    }
}
