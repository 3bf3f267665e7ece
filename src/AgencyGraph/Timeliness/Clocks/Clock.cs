using AgencyGraph.Agencies;
using AgencyGraph.Timeliness.Days;

namespace AgencyGraph.Timeliness.Clocks;

/// <summary>One edition of a clock: how long something may take, by what document, and from when to when that holds.</summary>
public sealed class Clock
{
    public const int CodeMaxLength = 20;
    public const int WordsMaxLength = 120;
    public const int SourceMaxLength = 200;
    public const int NoteMaxLength = 300;

    public required ClockKey Key { get; init; }

    /// <summary>Names the clock whatever its edition: <c>ICPC</c>.</summary>
    public required string Code { get; init; }

    /// <summary>Of one partnership, by its council; null for everybody else.</summary>
    public AgencyCode? CouncilCode { get; init; }

    public required int Edition { get; init; }

    public required string What { get; init; }

    public required string Starts { get; init; }

    public required string Stops { get; init; }

    /// <summary>Null where no figure was found.</summary>
    public int? Limit { get; init; }

    public required ClockUnit Unit { get; init; }

    public required ClockDirection Direction { get; init; }

    /// <summary>Null where it does not count working days.</summary>
    public DayConvention? Convention { get; init; }

    /// <summary>From when to when the hub works, in England's time (<c>09:00-17:00</c>); null where it does not count hub hours.</summary>
    public string? Hours { get; init; }

    /// <summary>Of how much of the time, in hundredths, what is left is amber.</summary>
    public required int AmberPercent { get; init; }

    /// <summary>For which reasons it may be paused, in their spelling outside C#, a space between; empty for none.</summary>
    public required string Pauses { get; init; }

    public required ClockStatus Status { get; init; }

    public required string Source { get; init; }

    /// <summary>When it was read there; null for general knowledge, which was not checked.</summary>
    public DateOnly? CheckedOn { get; init; }

    /// <summary>The first day on which it holds; null where that is not known.</summary>
    public DateOnly? ValidFrom { get; init; }

    /// <summary>The last day on which it holds; null while it does.</summary>
    public DateOnly? ValidTo { get; init; }

    public required string Note { get; init; }

    public bool HoldsOn(DateOnly day) => !(day < ValidFrom) && !(day > ValidTo);
}
