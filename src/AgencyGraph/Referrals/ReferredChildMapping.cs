using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AgencyGraph.Referrals;

internal sealed class ReferredChildMapping : IEntityTypeConfiguration<ReferredChild>
{
    public void Configure(EntityTypeBuilder<ReferredChild> builder)
    {
        _ = builder.ToTable("referred_children");
        _ = builder.HasKey(referred => new { referred.ReferralId, referred.ChildId });
        _ = builder.HasOne(referred => referred.Referral).WithMany(referral => referral.Children)
            .HasForeignKey(referred => referred.ReferralId);
        _ = builder.HasOne(referred => referred.Child).WithMany().HasForeignKey(referred => referred.ChildId);
        _ = builder.HasIndex(referred => new { referred.ChildId, referred.ReferralId });
    }
}
