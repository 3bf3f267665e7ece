using AgencyGraph.Visibility;

namespace AgencyGraph.Retention;

/// <summary>A legal hold to be placed, whose record's node id has been read.</summary>
/// <param name="Kind">Null for an id of nothing that can be held.</param>
public sealed record HoldToPlace(PlaceLegalHoldInput Input, RecordKind? Kind, Guid RecordId);
