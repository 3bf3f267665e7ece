namespace AgencyGraph.Timeliness;

/// <summary>What became of pausing a clock, or letting it go on.</summary>
public enum PauseOutcome
{
    /// <summary>It is done.</summary>
    Done,

    /// <summary>No such clock runs on the record.</summary>
    NotRunning,

    /// <summary>It stands still already; or, where it was to go on, it does not stand still.</summary>
    AlreadySo,

    /// <summary>Its clock may not be paused for that reason.</summary>
    NotForThisReason,

    /// <summary>It is missed: nothing is left that could be kept.</summary>
    Missed,
}
