namespace AgencyGraph.Commands.Demo.Region;

/// <summary>An invented adult.</summary>
internal sealed record FamilyAdult(string GivenName, string Surname, DateOnly BornOn, string Sex);
