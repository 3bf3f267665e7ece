using AgencyGraph.Children;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AgencyGraph.Missing;

internal sealed class MissingEpisodeMapping : IEntityTypeConfiguration<MissingEpisode>
{
    public void Configure(EntityTypeBuilder<MissingEpisode> builder)
    {
        _ = builder.ToTable("missing_episodes");
        _ = builder.HasKey(episode => episode.Id);
        _ = builder.Property(episode => episode.Version).IsConcurrencyToken();
        _ = builder.Property(episode => episode.CorrectionReason).HasMaxLength(MissingEpisode.ReasonMaxLength);
        _ = builder.Property(episode => episode.Circumstances).HasMaxLength(MissingEpisode.CircumstancesMaxLength);
        _ = builder.Property(episode => episode.InterviewRiskPoints).HasMaxLength(MissingEpisode.RiskPointsMaxLength);
        _ = builder.Property(episode => episode.InterviewContent).HasMaxLength(MissingEpisode.InterviewMaxLength);
        _ = builder.ComplexProperty(episode => episode.MissingFrom, address => address.InColumns("missing_from"));
        _ = builder.ComplexProperty(episode => episode.SafeMissingFrom, address => address.InColumns("safe_missing_from"));
        _ = builder.ComplexProperty(episode => episode.FoundPlace, address => address.InColumns("found_place"));
        _ = builder.ComplexProperty(episode => episode.SafeFoundPlace, address => address.InColumns("safe_found_place"));
        _ = builder.HasOne(episode => episode.Force).WithMany().HasForeignKey(episode => episode.ForceCode);
        _ = builder.HasOne(episode => episode.Council).WithMany().HasForeignKey(episode => episode.CouncilCode);
        _ = builder.HasOne(episode => episode.StatusBy).WithMany().HasForeignKey(episode => episode.StatusByCode);
        _ = builder.HasOne(episode => episode.InterviewBy).WithMany().HasForeignKey(episode => episode.InterviewByCode);
        _ = builder.HasOne(episode => episode.Child).WithMany().HasForeignKey(episode => episode.ChildId);
        _ = builder.HasOne(episode => episode.Record).WithMany().HasForeignKey(episode => episode.RecordId);
        _ = builder.HasIndex(episode => new { episode.ForceCode, episode.Reference }).IsUnique();
        _ = builder.HasIndex(episode => new { episode.ChildId, episode.StartedAt });
        _ = builder.HasIndex(episode => new { episode.CouncilCode, episode.StartedAt, episode.Id });
        _ = builder.HasIndex(episode => new { episode.ForceCode, episode.StartedAt, episode.Id });
        _ = builder.HasIndex(episode => new { episode.ForceCode, episode.RecordedAt, episode.Id });
        // Whoever is missing now is few among all who ever were.
        _ = builder.HasIndex(episode => new { episode.StartedAt, episode.Id }).HasFilter("found_at IS NULL");
    }
}
