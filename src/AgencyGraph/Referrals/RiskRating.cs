namespace AgencyGraph.Referrals;

/// <summary>The hub's priority (BRAG), from the lowest to the highest. How fast each is to be answered is agreed locally.</summary>
public enum RiskRating
{
    /// <summary>No safeguarding concern.</summary>
    Blue,

    /// <summary>Needs help, not protection.</summary>
    Green,

    /// <summary>May be at risk of significant harm.</summary>
    Amber,

    /// <summary>Is at risk of significant harm now.</summary>
    Red,
}
