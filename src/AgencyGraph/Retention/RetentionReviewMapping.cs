using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AgencyGraph.Retention;

internal sealed class RetentionReviewMapping : IEntityTypeConfiguration<RetentionReview>
{
    public void Configure(EntityTypeBuilder<RetentionReview> builder)
    {
        _ = builder.ToTable("retention_reviews");
        _ = builder.HasKey(review => review.Id);
        _ = builder.Property(review => review.Version).IsConcurrencyToken();
        _ = builder.Property(review => review.Source).HasMaxLength(RetentionReview.SourceMaxLength);
        _ = builder.Property(review => review.Reason).HasMaxLength(RetentionReview.ReasonMaxLength);
        _ = builder.Property(review => review.By).HasMaxLength(WorkerName.MaxLength);
        _ = builder.HasOne(review => review.Controller).WithMany().HasForeignKey(review => review.ControllerCode);
        _ = builder.HasMany(review => review.Children).WithOne().HasForeignKey(child => child.ReviewId);
        // Whatever two servers do at once, a record is under one review.
        _ = builder.HasIndex(review => review.RecordId, "ux_retention_reviews_open").IsUnique()
            .HasFilter("verdict IS NULL").HasDatabaseName("ux_retention_reviews_open");
        _ = builder.HasIndex(review => new { review.RecordId, review.KeepUntil });
        _ = builder.HasIndex(review => new { review.ControllerCode, review.DueAt, review.Id });
    }
}
