using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AgencyGraph.Referrals;

internal sealed class ReferredIncidentMapping : IEntityTypeConfiguration<ReferredIncident>
{
    public void Configure(EntityTypeBuilder<ReferredIncident> builder)
    {
        _ = builder.ToTable("referred_incidents");
        _ = builder.HasKey(referred => new { referred.ReferralId, referred.IncidentId });
        _ = builder.HasOne(referred => referred.Referral).WithMany(referral => referral.Incidents)
            .HasForeignKey(referred => referred.ReferralId);
        _ = builder.HasOne(referred => referred.Incident).WithMany().HasForeignKey(referred => referred.IncidentId);
        _ = builder.HasIndex(referred => new { referred.IncidentId, referred.ReferralId });
    }
}
