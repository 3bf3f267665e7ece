using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AgencyGraph.Restrictions;

internal sealed class RestrictionDecisionMapping : IEntityTypeConfiguration<RestrictionDecision>
{
    public void Configure(EntityTypeBuilder<RestrictionDecision> builder)
    {
        _ = builder.ToTable("restriction_decisions");
        _ = builder.HasKey(decision => decision.Id);
        _ = builder.Property(decision => decision.Reason).HasMaxLength(RestrictionDecision.ReasonMaxLength);
        _ = builder.Property(decision => decision.By).HasMaxLength(WorkerName.MaxLength);
        _ = builder.HasOne(decision => decision.ByAgency).WithMany().HasForeignKey(decision => decision.ByAgencyCode);
        _ = builder.HasIndex(decision => new { decision.RecordId, decision.Id });
    }
}
