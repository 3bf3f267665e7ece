namespace AgencyGraph.Commands.Demo.Region;

/// <summary>A town and the first half of its postcodes.</summary>
internal readonly record struct Place(string Town, string District);
