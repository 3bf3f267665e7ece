namespace AgencyGraph.BreakGlass;

/// <summary>What the council that answers for the child finds.</summary>
public enum BreakGlassVerdict
{
    /// <summary>The child was rightly opened.</summary>
    Justified,

    /// <summary>The child was wrongly opened. What is still open is closed at once.</summary>
    NotJustified,
}
