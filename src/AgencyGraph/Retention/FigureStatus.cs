namespace AgencyGraph.Retention;

/// <summary>On what a figure rests.</summary>
public enum FigureStatus
{
    /// <summary>An Act or regulations.</summary>
    Statute,

    /// <summary>National guidance.</summary>
    Guidance,

    /// <summary>One agency's own, taken as a beginning.</summary>
    Local,

    /// <summary>There is no national figure: the controller sets it.</summary>
    ToBeSet,
}
