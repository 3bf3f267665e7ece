namespace AgencyGraph.BreakGlass;

/// <summary>How far a break-glass has come.</summary>
public enum BreakGlassState
{
    /// <summary>The child was opened, and the review is still to be done.</summary>
    AwaitingReview,

    /// <summary>The review was not done in time: the role of whoever opened the child is suspended until it is.</summary>
    Overdue,

    /// <summary>The review is done.</summary>
    Reviewed,

    /// <summary>Nothing was opened: it was tried, and refused.</summary>
    Refused,
}
