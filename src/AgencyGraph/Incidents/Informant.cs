namespace AgencyGraph.Incidents;

/// <summary>Who told the police. It never leaves the force that recorded it, but for the lead of the hub.</summary>
public sealed record Informant
{
    /// <summary>Whether the informant asked to stay anonymous.</summary>
    public required bool IsAnonymous { get; init; }

    public string? GivenName { get; init; }

    public string? Surname { get; init; }
}
