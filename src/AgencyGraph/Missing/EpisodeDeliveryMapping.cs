using AgencyGraph.Receipts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AgencyGraph.Missing;

internal sealed class EpisodeDeliveryMapping : IEntityTypeConfiguration<EpisodeDelivery>
{
    public void Configure(EntityTypeBuilder<EpisodeDelivery> builder)
    {
        _ = builder.ToTable("episode_deliveries");
        _ = builder.HasOne(delivery => delivery.Episode).WithMany(episode => episode.Deliveries).HasForeignKey(delivery => delivery.EpisodeId);
        _ = builder.HasIndex(delivery => new { delivery.EpisodeId, delivery.ToCode });
        builder.MapSending();
    }
}
