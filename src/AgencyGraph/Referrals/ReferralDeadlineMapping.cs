using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AgencyGraph.Referrals;

internal sealed class ReferralDeadlineMapping : IEntityTypeConfiguration<ReferralDeadline>
{
    public void Configure(EntityTypeBuilder<ReferralDeadline> builder)
    {
        _ = builder.ToTable("referral_deadlines");
        _ = builder.HasKey(own => new { own.ReferralId, own.DeadlineId });
        _ = builder.HasOne(own => own.Referral).WithMany().HasForeignKey(own => own.ReferralId);
        _ = builder.HasOne(own => own.Deadline).WithMany().HasForeignKey(own => own.DeadlineId);
    }
}
