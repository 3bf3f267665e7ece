using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AgencyGraph.Contract;

/// <summary>Here, and not beside the entity: Visibility knows no EF.</summary>
internal sealed class RestrictionMapping : IEntityTypeConfiguration<Restriction>
{
    public void Configure(EntityTypeBuilder<Restriction> builder)
    {
        _ = builder.ToTable("restrictions");
        _ = builder.HasKey(restriction => restriction.Id);
        _ = builder.Property(restriction => restriction.Holder).HasMaxLength(Relationship.HolderMaxLength);
        _ = builder.HasIndex(restriction => new { restriction.RecordId, restriction.Holder }).IsUnique();
        _ = builder.HasIndex(restriction => new { restriction.ChildId, restriction.Holder });
    }
}
