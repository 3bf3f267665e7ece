namespace AgencyGraph.Children;

/// <summary>How a force's record came in: an inspector reads timeliness by it.</summary>
public enum IngestMode
{
    /// <summary>Sent as it was recorded.</summary>
    Live,

    /// <summary>Sent again from a record system's queue after an outage.</summary>
    Replay,

    /// <summary>Loaded from an extract of the past.</summary>
    Backfill,

    /// <summary>Typed in by hand.</summary>
    Manual,
}
