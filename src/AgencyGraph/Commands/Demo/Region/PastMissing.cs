using AgencyGraph.Missing;

namespace AgencyGraph.Commands.Demo.Region;

/// <summary>A child of the region's history who was missing, and found.</summary>
internal sealed record PastMissing(Family Family, ReportMissingInput Input, DateTime FoundAt);
