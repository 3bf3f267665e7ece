namespace AgencyGraph.Timeliness.Clocks;

/// <summary>From where a clock's limit is counted.</summary>
public enum ClockDirection
{
    /// <summary>On from what starts it.</summary>
    FromStart,

    /// <summary>Back from what it is for, a conference for example: at least so long before.</summary>
    BeforeEvent,
}
