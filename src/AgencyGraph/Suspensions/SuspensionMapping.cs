using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AgencyGraph.Suspensions;

internal sealed class SuspensionMapping : IEntityTypeConfiguration<Suspension>
{
    public void Configure(EntityTypeBuilder<Suspension> builder)
    {
        _ = builder.ToTable(Suspension.Table);
        // Whatever two administrators do at once, an access is suspended once.
        _ = builder.HasKey(suspension => new { suspension.Holder, suspension.Name });
        _ = builder.Property(suspension => suspension.Name).HasMaxLength(HeldRole.NameMaxLength);
    }
}
