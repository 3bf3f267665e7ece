using AgencyGraph.Feed;

namespace AgencyGraph.Tests.Support.Writes;

/// <summary>What the feed was told, without what it adds itself.</summary>
public sealed record Told(UpdateKind Kind, Guid RecordId, int Version, string? Council, bool IsShared);
