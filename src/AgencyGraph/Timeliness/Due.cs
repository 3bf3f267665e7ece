using AgencyGraph.Timeliness.Clocks;

namespace AgencyGraph.Timeliness;

/// <summary>When something is due, as far as that can be promised.</summary>
/// <param name="At">The last instant in time; null where it is not known.</param>
/// <param name="AmberAt">From when on it is at risk; null where it is not known.</param>
/// <param name="Unknown">Why it is not known; null where it is.</param>
public readonly record struct Due(DateTime? At, DateTime? AmberAt, DueUnknown? Unknown)
{
    public static Due NotKnown(DueUnknown why) => new(null, null, why);
}

/// <summary>That something is escalated to somebody from an instant on.</summary>
public readonly record struct Escalation(EscalationLevel Level, DateTime At);
