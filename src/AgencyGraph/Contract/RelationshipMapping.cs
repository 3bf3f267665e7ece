using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AgencyGraph.Contract;

/// <summary>Here, and not beside the entity: Visibility knows no EF.</summary>
internal sealed class RelationshipMapping : IEntityTypeConfiguration<Relationship>
{
    public void Configure(EntityTypeBuilder<Relationship> builder)
    {
        _ = builder.ToTable("relationships");
        _ = builder.HasKey(relationship => relationship.Id);
        _ = builder.Property(relationship => relationship.Holder).HasMaxLength(Relationship.HolderMaxLength);
        // FROM and TO are words of SQL's own.
        _ = builder.Property(relationship => relationship.From).HasColumnName("held_from");
        _ = builder.Property(relationship => relationship.To).HasColumnName("held_to");
        _ = builder.HasIndex(relationship => new { relationship.ChildId, relationship.Kind, relationship.Holder });
        // Whatever two writers do at once, a relationship begins once.
        _ = builder.HasIndex(relationship => new { relationship.ChildId, relationship.Kind, relationship.Holder }, "ux_relationships_live").IsUnique()
            .HasFilter("held_to IS NULL").HasDatabaseName("ux_relationships_live");
        // Whatever two writers do at once, a child has one responsible council and one allocated worker.
        _ = builder.HasIndex(relationship => new { relationship.ChildId, relationship.Kind }).IsUnique()
            .HasFilter("held_to IS NULL AND kind IN ('RESPONSIBLE_COUNCIL', 'ALLOCATED_WORKER')");
        _ = builder.HasIndex(relationship => new { relationship.Holder, relationship.Kind, relationship.ChildId });
    }
}
