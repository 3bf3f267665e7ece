using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AgencyGraph.Retention;

internal sealed class LegalHoldMapping : IEntityTypeConfiguration<LegalHold>
{
    public void Configure(EntityTypeBuilder<LegalHold> builder)
    {
        _ = builder.ToTable("legal_holds");
        _ = builder.HasKey(hold => hold.Id);
        _ = builder.Property(hold => hold.Version).IsConcurrencyToken();
        _ = builder.Property(hold => hold.Reason).HasMaxLength(LegalHold.ReasonMaxLength);
        _ = builder.Property(hold => hold.LiftReason).HasMaxLength(LegalHold.ReasonMaxLength);
        _ = builder.Property(hold => hold.By).HasMaxLength(WorkerName.MaxLength);
        _ = builder.Property(hold => hold.LiftedBy).HasMaxLength(WorkerName.MaxLength);
        _ = builder.HasOne(hold => hold.ByAgency).WithMany().HasForeignKey(hold => hold.ByAgencyCode);
        _ = builder.HasMany(hold => hold.Children).WithOne().HasForeignKey(child => child.HoldId);
        // Whatever two of an agency do at once, it holds a record once.
        _ = builder.HasIndex(hold => new { hold.RecordId, hold.ByAgencyCode }, "ux_legal_holds_standing").IsUnique()
            .HasFilter("lifted_at IS NULL").HasDatabaseName("ux_legal_holds_standing");
        _ = builder.HasIndex(hold => new { hold.ByAgencyCode, hold.PlacedAt, hold.Id });
        _ = builder.HasIndex(hold => hold.RecordId);
    }
}
