using AgencyGraph.Agencies;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AgencyGraph.Receipts;

internal sealed class LinkRecordMapping : IEntityTypeConfiguration<LinkRecord>
{
    public void Configure(EntityTypeBuilder<LinkRecord> builder)
    {
        _ = builder.ToTable("links");
        _ = builder.HasKey(link => link.Id);
        _ = builder.HasOne<Agency>().WithMany().HasForeignKey(link => link.FromCode);
        _ = builder.HasOne<Agency>().WithMany().HasForeignKey(link => link.ToCode);
        _ = builder.HasIndex(link => new { link.FromCode, link.ToCode }).IsUnique();
    }
}
