using AgencyGraph.Agencies;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AgencyGraph.Retention;

internal sealed class TombstoneMapping : IEntityTypeConfiguration<Tombstone>
{
    public void Configure(EntityTypeBuilder<Tombstone> builder)
    {
        _ = builder.ToTable("tombstones");
        _ = builder.HasKey(stone => stone.Id);
        _ = builder.Property(stone => stone.By).HasMaxLength(WorkerName.MaxLength);
        _ = builder.HasOne<Agency>().WithMany().HasForeignKey(stone => stone.ControllerCode);
        _ = builder.HasIndex(stone => new { stone.RecordId, stone.RecordKind }).IsUnique();
        _ = builder.HasIndex(stone => stone.KeyDestroyedAt).HasFilter("record_kind = 'CHILD'");
    }
}
