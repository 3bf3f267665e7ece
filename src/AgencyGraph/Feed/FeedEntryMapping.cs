using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AgencyGraph.Feed;

internal sealed class FeedEntryMapping : IEntityTypeConfiguration<FeedEntry>
{
    public void Configure(EntityTypeBuilder<FeedEntry> builder)
    {
        builder.ToTable("feed_entries");
        builder.HasKey(entry => entry.Position);
        builder.Ignore(entry => entry.Facts);
        // What an agency acknowledges is found by its own entries, not by reading everybody's.
        builder.HasIndex(entry => new { entry.Council, entry.Position });
        builder.Property(entry => entry.Position).HasColumnName("position").ValueGeneratedNever();
        builder.Property(entry => entry.EventId).HasColumnName("event_id");
        builder.Property(entry => entry.Kind).HasColumnName("kind");
        builder.Property(entry => entry.RecordKind).HasColumnName("record_kind");
        builder.Property(entry => entry.RecordId).HasColumnName("record_id");
        builder.Property(entry => entry.RecordVersion).HasColumnName("record_version");
        builder.Property(entry => entry.Originator).HasColumnName("originator").HasMaxLength(Agencies.AgencyCode.MaxLength);
        builder.Property(entry => entry.Council).HasColumnName("council").HasMaxLength(Agencies.AgencyCode.MaxLength);
        builder.Property(entry => entry.IsShared).HasColumnName("is_shared");
        builder.Property(entry => entry.Children).HasColumnName("children").HasConversion<ChildrenAsBytes, ChildrenComparer>();
        builder.Property(entry => entry.OccurredAt).HasColumnName("occurred_at");
        builder.Property(entry => entry.Change).HasColumnName("change").HasConversion<SightChangeAsText, SightChangeComparer>();
        builder.Property(entry => entry.RecordedAt).HasColumnName("recorded_at");
    }
}
