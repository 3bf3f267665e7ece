using AgencyGraph.Agencies;
using AgencyGraph.Visibility;

namespace AgencyGraph.Receipts;

/// <summary>A record that was sent, as it is now.</summary>
public sealed record SentVersion(Guid Id, int Version, AgencyCode Originator, IReadOnlyList<ChildId> Children);
