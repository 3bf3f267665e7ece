using AgencyGraph.Children;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AgencyGraph.Conflicts;

internal sealed class ConflictDecisionMapping : IEntityTypeConfiguration<ConflictDecision>
{
    public void Configure(EntityTypeBuilder<ConflictDecision> builder)
    {
        _ = builder.ToTable("conflict_decisions");
        _ = builder.HasKey(decision => decision.Id);
        _ = builder.Property(decision => decision.Worker).HasMaxLength(WorkerName.MaxLength);
        _ = builder.Property(decision => decision.Reason).HasMaxLength(ConflictDecision.ReasonMaxLength);
        _ = builder.Property(decision => decision.By).HasMaxLength(WorkerName.MaxLength);
        _ = builder.HasOne<Child>().WithMany().HasForeignKey(decision => decision.ChildId);
        _ = builder.HasOne(decision => decision.ByAgency).WithMany().HasForeignKey(decision => decision.ByAgencyCode);
    }
}
