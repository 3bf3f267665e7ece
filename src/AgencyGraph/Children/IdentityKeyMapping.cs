using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AgencyGraph.Children;

internal sealed class IdentityKeyMapping : IEntityTypeConfiguration<IdentityKey>
{
    public void Configure(EntityTypeBuilder<IdentityKey> builder)
    {
        _ = builder.ToTable("identity_keys");
        _ = builder.HasKey(key => new { key.NhsNumber, key.BornOn, key.Lane });
        _ = builder.HasOne<Child>().WithMany().HasForeignKey(key => key.ChildId);
    }
}
