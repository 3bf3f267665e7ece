namespace AgencyGraph.Commands.Demo.Region;

/// <summary>A referral that rests on an incident, and how far the council has come with it.</summary>
/// <param name="Rating">Null while it is not rated.</param>
/// <param name="Outcome">Null while it is not decided.</param>
internal sealed record PastReferral(bool IsAcknowledged, string? Rating, string? Outcome);
