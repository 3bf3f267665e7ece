using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AgencyGraph.AccessHistory;

internal sealed class AccessIndexMapping : IEntityTypeConfiguration<AccessIndex>
{
    public void Configure(EntityTypeBuilder<AccessIndex> builder)
    {
        _ = builder.ToTable("access_index");
        _ = builder.HasKey(index => index.Id);
        _ = builder.Property(index => index.Id).ValueGeneratedNever();
    }
}
