using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AgencyGraph.Suspensions;

internal sealed class AccessDecisionMapping : IEntityTypeConfiguration<AccessDecision>
{
    public void Configure(EntityTypeBuilder<AccessDecision> builder)
    {
        _ = builder.ToTable("access_decisions");
        _ = builder.HasKey(decision => decision.Id);
        _ = builder.Property(decision => decision.Name).HasMaxLength(HeldRole.NameMaxLength);
        _ = builder.Property(decision => decision.Reason).HasMaxLength(AccessDecision.ReasonMaxLength);
        _ = builder.Property(decision => decision.By).HasMaxLength(WorkerName.MaxLength);
        _ = builder.HasOne(decision => decision.ByAgency).WithMany().HasForeignKey(decision => decision.ByAgencyCode);
        _ = builder.HasIndex(decision => new { decision.DecidedAt, decision.Id });
    }
}
