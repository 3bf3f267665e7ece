using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AgencyGraph.BreakGlass;

internal sealed class BrokenGlassMapping : IEntityTypeConfiguration<BrokenGlass>
{
    public void Configure(EntityTypeBuilder<BrokenGlass> builder)
    {
        _ = builder.ToTable("broken_glass");
        _ = builder.HasKey(glass => glass.Id);
        _ = builder.Property(glass => glass.Version).IsConcurrencyToken();
        _ = builder.Property(glass => glass.Worker).HasMaxLength(BrokenGlass.WorkerMaxLength);
        _ = builder.Property(glass => glass.By).HasMaxLength(WorkerName.MaxLength);
        _ = builder.Property(glass => glass.Reason).HasMaxLength(BrokenGlass.ReasonMaxLength);
        _ = builder.Property(glass => glass.Note).HasMaxLength(BrokenGlass.NoteMaxLength);
        _ = builder.Property(glass => glass.ReviewedBy).HasMaxLength(WorkerName.MaxLength);
        _ = builder.HasOne(glass => glass.Council).WithMany().HasForeignKey(glass => glass.CouncilCode);
        _ = builder.HasOne(glass => glass.ByAgency).WithMany().HasForeignKey(glass => glass.ByAgencyCode);
        // Whatever a worker does twice at once, on whichever server, one comes before the other.
        _ = builder.HasIndex(glass => new { glass.Worker, glass.Ordinal }).IsUnique();
        _ = builder.HasIndex(glass => glass.ChildId);
        _ = builder.HasIndex(glass => new { glass.CouncilCode, glass.At, glass.Id });
        _ = builder.HasIndex(glass => new { glass.OriginatorCode, glass.At, glass.Id });
        _ = builder.HasIndex(glass => new { glass.State, glass.ReviewDueAt });
    }
}
