using AgencyGraph.Visibility;

namespace AgencyGraph.Restrictions;

/// <summary>A decision on a record, whose node id has been read.</summary>
/// <param name="Kind">Null for an id of nothing that can be restricted.</param>
public sealed record RestrictionStep<TInput>(TInput Input, RecordKind? Kind, Guid RecordId)
    where TInput : IRestrictionInput;
