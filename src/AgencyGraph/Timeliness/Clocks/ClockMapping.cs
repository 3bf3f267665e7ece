using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace AgencyGraph.Timeliness.Clocks;

internal sealed class ClockMapping : IEntityTypeConfiguration<Clock>
{
    private const int HoursLength = 11;
    private const int PausesMaxLength = 100;

    public void Configure(EntityTypeBuilder<Clock> builder)
    {
        _ = builder.ToTable("clocks");
        _ = builder.HasKey(clock => clock.Key);
        _ = builder.Property(clock => clock.Code).HasMaxLength(Clock.CodeMaxLength);
        _ = builder.Property(clock => clock.What).HasMaxLength(Clock.WordsMaxLength);
        _ = builder.Property(clock => clock.Starts).HasMaxLength(Clock.WordsMaxLength);
        _ = builder.Property(clock => clock.Stops).HasMaxLength(Clock.WordsMaxLength);
        // LIMIT is a word of SQL's own.
        _ = builder.Property(clock => clock.Limit).HasColumnName("time_limit");
        _ = builder.Property(clock => clock.Hours).HasMaxLength(HoursLength);
        _ = builder.Property(clock => clock.Pauses).HasMaxLength(PausesMaxLength);
        _ = builder.Property(clock => clock.Source).HasMaxLength(Clock.SourceMaxLength);
        _ = builder.Property(clock => clock.Note).HasMaxLength(Clock.NoteMaxLength);
    }
}
