namespace AgencyGraph.Visibility;

/// <summary>Who does it, why, and when: no write happens without one.</summary>
public sealed record Deed(Caller Caller, DateTime At);
