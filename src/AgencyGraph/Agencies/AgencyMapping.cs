using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AgencyGraph.Agencies;

internal sealed class AgencyMapping : IEntityTypeConfiguration<Agency>
{
    private const int GssCodeLength = 9;
    private const int RegionMaxLength = 40;
    private const int PrefixMaxLength = 6;

    public void Configure(EntityTypeBuilder<Agency> builder)
    {
        _ = builder.ToTable("agencies");
        _ = builder.HasKey(agency => agency.Code);
        _ = builder.Property(agency => agency.Name).HasMaxLength(Agency.NameMaxLength);
        _ = builder.Property(agency => agency.Contact).HasMaxLength(Agency.ContactMaxLength);
        _ = builder.Property(agency => agency.GssCode).HasMaxLength(GssCodeLength);
        _ = builder.Property(agency => agency.Region).HasMaxLength(RegionMaxLength);
        _ = builder.Property(agency => agency.ReferencePrefix).HasMaxLength(PrefixMaxLength);
        _ = builder.HasOne(agency => agency.Force).WithMany().HasForeignKey(agency => agency.ForceCode);
        _ = builder.HasIndex(agency => agency.ReferencePrefix).IsUnique();
        _ = builder.HasIndex(agency => agency.RegisteredAt);
    }
}
