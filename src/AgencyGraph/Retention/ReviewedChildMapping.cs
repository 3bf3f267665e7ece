using AgencyGraph.Children;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AgencyGraph.Retention;

internal sealed class ReviewedChildMapping : IEntityTypeConfiguration<ReviewedChild>
{
    public void Configure(EntityTypeBuilder<ReviewedChild> builder)
    {
        _ = builder.ToTable("reviewed_children");
        _ = builder.HasKey(child => new { child.ReviewId, child.ChildId });
        _ = builder.HasOne<Child>().WithMany().HasForeignKey(child => child.ChildId);
    }
}
