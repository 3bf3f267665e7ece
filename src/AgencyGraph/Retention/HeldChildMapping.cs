using AgencyGraph.Children;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AgencyGraph.Retention;

internal sealed class HeldChildMapping : IEntityTypeConfiguration<HeldChild>
{
    public void Configure(EntityTypeBuilder<HeldChild> builder)
    {
        _ = builder.ToTable("held_children");
        _ = builder.HasKey(child => new { child.HoldId, child.ChildId });
        _ = builder.HasOne<Child>().WithMany().HasForeignKey(child => child.ChildId);
    }
}
