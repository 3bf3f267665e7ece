using AgencyGraph.Children;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AgencyGraph.Referrals;

internal sealed class ReferralMapping : IEntityTypeConfiguration<Referral>
{
    public void Configure(EntityTypeBuilder<Referral> builder)
    {
        _ = builder.ToTable("referrals");
        _ = builder.HasKey(referral => referral.Id);
        _ = builder.Property(referral => referral.Version).IsConcurrencyToken();
        _ = builder.Property(referral => referral.Reference).HasMaxLength(CouncilReference.MaxLength);
        _ = builder.Property(referral => referral.Reason).HasMaxLength(Referral.ReasonMaxLength);
        _ = builder.Property(referral => referral.RatingRationale).HasMaxLength(Referral.RationaleMaxLength);
        _ = builder.Property(referral => referral.DecisionRationale).HasMaxLength(Referral.RationaleMaxLength);
        _ = builder.HasOne(referral => referral.From).WithMany().HasForeignKey(referral => referral.FromCode);
        _ = builder.HasOne(referral => referral.To).WithMany().HasForeignKey(referral => referral.ToCode);
        _ = builder.HasIndex(referral => new { referral.ToCode, referral.ReceivedAt, referral.Id });
        _ = builder.HasIndex(referral => new { referral.FromCode, referral.ToCode, referral.Reference }).IsUnique().HasFilter("reference IS NOT NULL");
        _ = builder.HasIndex(referral => new { referral.FromCode, referral.ReceivedAt, referral.Id });
    }
}
