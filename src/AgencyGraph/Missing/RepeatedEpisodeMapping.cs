using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AgencyGraph.Missing;

internal sealed class RepeatedEpisodeMapping : IEntityTypeConfiguration<RepeatedEpisode>
{
    public void Configure(EntityTypeBuilder<RepeatedEpisode> builder)
    {
        _ = builder.ToTable("repeated_episodes");
        _ = builder.HasKey(repeat => new { repeat.EpisodeId, repeat.EarlierId });
        _ = builder.HasOne(repeat => repeat.Episode).WithMany().HasForeignKey(repeat => repeat.EpisodeId);
        _ = builder.HasOne(repeat => repeat.Earlier).WithMany().HasForeignKey(repeat => repeat.EarlierId);
        _ = builder.HasIndex(repeat => repeat.EarlierId);
    }
}
