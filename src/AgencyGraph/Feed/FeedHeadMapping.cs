using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AgencyGraph.Feed;

internal sealed class FeedHeadMapping : IEntityTypeConfiguration<FeedHead>
{
    public void Configure(EntityTypeBuilder<FeedHead> builder)
    {
        builder.ToTable("feed_head", table => table.HasCheckConstraint("ck_feed_head_only_one", $"id = {FeedHead.OnlyId}"));
        builder.HasKey(head => head.Id);
        builder.Property(head => head.Id).HasColumnName("id").ValueGeneratedNever();
        builder.Property(head => head.Head).HasColumnName("head");
        builder.Property(head => head.PurgedUpTo).HasColumnName("purged_up_to");
        builder.Property(head => head.Epoch).HasColumnName("epoch");
        builder.Property(head => head.PolicyEpoch).HasColumnName("policy_epoch");
        builder.Property(head => head.CursorKey).HasColumnName("cursor_key").HasMaxLength(FeedHead.CursorKeyLength);
    }
}
