using AgencyGraph.Timeliness;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AgencyGraph.Children;

internal sealed class ChildMapping : IEntityTypeConfiguration<Child>
{
    public void Configure(EntityTypeBuilder<Child> builder)
    {
        _ = builder.ToTable("children");
        _ = builder.HasKey(child => child.Id);
        _ = builder.HasIndex(child => new { child.RecordedAt, child.Id });
        _ = builder.HasOne(child => child.ResponsibleCouncil).WithMany().HasForeignKey(child => child.ResponsibleCouncilCode);
        // Said here and not beside them: their rooms do not know children.
        _ = builder.HasMany<Relationship>().WithOne().HasForeignKey(relationship => relationship.ChildId);
        _ = builder.HasMany<Restriction>().WithOne().HasForeignKey(restriction => restriction.ChildId);
        _ = builder.HasMany<DeadlineChild>().WithOne().HasForeignKey(child => child.ChildId);
    }
}
