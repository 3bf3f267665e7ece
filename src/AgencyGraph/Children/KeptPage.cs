using AgencyGraph.Agencies;

namespace AgencyGraph.Children;

/// <summary>Which records of a controller are read next: so many, the earliest first.</summary>
/// <param name="Before">Recorded no later than this.</param>
/// <param name="After">The last that was read; null for none.</param>
public sealed record KeptPage(AgencyCode Controller, DateTime Before, KeptRecord? After, int Most);
