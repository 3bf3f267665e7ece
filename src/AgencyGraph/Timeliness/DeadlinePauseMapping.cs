using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AgencyGraph.Timeliness;

internal sealed class DeadlinePauseMapping : IEntityTypeConfiguration<DeadlinePause>
{
    public void Configure(EntityTypeBuilder<DeadlinePause> builder)
    {
        _ = builder.ToTable("deadline_pauses");
        _ = builder.HasKey(pause => new { pause.DeadlineId, pause.PausedAt });
        _ = builder.Property(pause => pause.By).HasColumnName("paused_by").HasMaxLength(Relationship.HolderMaxLength);
        _ = builder.HasOne(pause => pause.Deadline).WithMany(deadline => deadline.Pauses).HasForeignKey(pause => pause.DeadlineId);
    }
}
