namespace AgencyGraph.Timeliness;

/// <summary>How a deadline stands.</summary>
public enum DeadlineState
{
    /// <summary>In time; or no due date is known.</summary>
    Green,

    /// <summary>At risk: the last part of its time has begun.</summary>
    Amber,

    /// <summary>Missed.</summary>
    Red,
}
