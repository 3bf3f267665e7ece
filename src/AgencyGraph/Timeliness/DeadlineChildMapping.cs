using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AgencyGraph.Timeliness;

internal sealed class DeadlineChildMapping : IEntityTypeConfiguration<DeadlineChild>
{
    public void Configure(EntityTypeBuilder<DeadlineChild> builder)
    {
        _ = builder.ToTable("deadline_children");
        _ = builder.HasKey(child => new { child.DeadlineId, child.ChildId });
    }
}
