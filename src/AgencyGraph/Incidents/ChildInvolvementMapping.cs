using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AgencyGraph.Incidents;

internal sealed class ChildInvolvementMapping : IEntityTypeConfiguration<ChildInvolvement>
{
    public void Configure(EntityTypeBuilder<ChildInvolvement> builder)
    {
        _ = builder.ToTable("child_involvements");
        _ = builder.HasKey(involvement => involvement.Id);
        _ = builder.Property(involvement => involvement.Voice).HasMaxLength(ChildInvolvement.VoiceMaxLength);
        _ = builder.HasOne(involvement => involvement.Incident).WithMany(incident => incident.Children)
            .HasForeignKey(involvement => involvement.IncidentId).OnDelete(DeleteBehavior.Cascade);
        _ = builder.HasOne(involvement => involvement.Child).WithMany().HasForeignKey(involvement => involvement.ChildId);
        _ = builder.HasOne(involvement => involvement.Record).WithMany().HasForeignKey(involvement => involvement.RecordId);
        _ = builder.HasIndex(involvement => new { involvement.IncidentId, involvement.ChildId }).IsUnique();
        _ = builder.HasIndex(involvement => new { involvement.ChildId, involvement.IncidentId });
    }
}
