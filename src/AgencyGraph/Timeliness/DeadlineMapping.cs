using AgencyGraph.Timeliness.Clocks;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AgencyGraph.Timeliness;

internal sealed class DeadlineMapping : IEntityTypeConfiguration<Deadline>
{
    private const string IsRunning = "stopped_at IS NULL";

    public void Configure(EntityTypeBuilder<Deadline> builder)
    {
        _ = builder.ToTable("deadlines");
        _ = builder.HasKey(deadline => deadline.Id);
        _ = builder.Property(deadline => deadline.Version).IsConcurrencyToken();
        _ = builder.Property(deadline => deadline.ClockCode).HasMaxLength(Clock.CodeMaxLength);
        // LEFT and END are words of SQL's own.
        _ = builder.Property(deadline => deadline.Left).HasColumnName("time_left");
        _ = builder.Property(deadline => deadline.End).HasColumnName("ended_as");
        _ = builder.HasOne(deadline => deadline.Clock).WithMany().HasForeignKey(deadline => deadline.ClockKey);
        _ = builder.HasOne(deadline => deadline.Actor).WithMany().HasForeignKey(deadline => deadline.ActorCode);
        _ = builder.HasMany(deadline => deadline.Children).WithOne().HasForeignKey(child => child.DeadlineId);
        // Whatever two writers do at once, one clock of a kind runs on a record.
        _ = builder.HasIndex(deadline => new { deadline.RecordId, deadline.ClockCode }, "ux_deadlines_running").IsUnique()
            .HasFilter(IsRunning).HasDatabaseName("ux_deadlines_running");
        _ = builder.HasIndex(deadline => deadline.RecordId);
        // The watch reads from the front of this one, however many deadlines run.
        _ = builder.HasIndex(deadline => new { deadline.NextCrossingAt, deadline.Id }).HasFilter("next_crossing_at IS NOT NULL");
        _ = builder.HasIndex(deadline => deadline.Id, "ix_deadlines_unknown").HasFilter($"due_unknown IS NOT NULL AND {IsRunning}")
            .HasDatabaseName("ix_deadlines_unknown");
        _ = builder.HasIndex(deadline => new { deadline.OrderedAt, deadline.Id });
        // What is to be done is asked for all day, and years of what was done lie before it.
        _ = builder.HasIndex(deadline => new { deadline.OrderedAt, deadline.Id }, "ix_deadlines_running").HasFilter(IsRunning).HasDatabaseName("ix_deadlines_running");
        _ = builder.HasIndex(deadline => new { deadline.ActorCode, deadline.OrderedAt, deadline.Id }).HasFilter(IsRunning);
        _ = builder.HasIndex(deadline => new { deadline.OriginatorCode, deadline.OrderedAt, deadline.Id }).HasFilter(IsRunning);
    }
}
