using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AgencyGraph.Storage;

/// <summary>Instants are UTC and whole milliseconds, so that both databases keep and print the same one.</summary>
public static class Instants
{
    /// <summary>The present instant, cut to the millisecond.</summary>
    public static DateTime UtcInstant(this TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return ToMillisecond(clock.GetUtcNow().UtcDateTime);
    }

    public static DateTime ToMillisecond(DateTime instant)
        => new(instant.Ticks - (instant.Ticks % TimeSpan.TicksPerMillisecond), DateTimeKind.Utc);
}

internal sealed class InstantAsMilliseconds() : ValueConverter<DateTime, long>(
    instant => (instant.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMillisecond,
    value => DateTime.UnixEpoch.AddMilliseconds(value));
