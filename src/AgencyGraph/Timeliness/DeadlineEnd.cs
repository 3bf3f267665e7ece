namespace AgencyGraph.Timeliness;

/// <summary>How a deadline came to its end.</summary>
public enum DeadlineEnd
{
    /// <summary>What it was for was done. Whether in time, its state says.</summary>
    Done,

    /// <summary>Another took its place: what it was for is due at another time.</summary>
    Replaced,

    /// <summary>What it was for is not to be done any more.</summary>
    Withdrawn,
}
