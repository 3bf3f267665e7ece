namespace AgencyGraph.Timeliness.Clocks;

/// <summary>On what a clock's figure rests.</summary>
public enum ClockStatus
{
    /// <summary>An Act or regulations.</summary>
    Statute,

    /// <summary>National guidance.</summary>
    Guidance,

    /// <summary>A standard that agencies have agreed and published.</summary>
    PublishedStandard,

    /// <summary>Usual, and nobody's rule.</summary>
    Practice,

    /// <summary>One partnership's own; for everybody else taken as a beginning.</summary>
    Local,
}
