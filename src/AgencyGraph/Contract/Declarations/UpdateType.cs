using AgencyGraph.Feed;

namespace AgencyGraph.Contract.Declarations;

/// <summary>A kind of update as a graph type: <c>IncidentRecorded { incident { … } }</c>.</summary>
/// <param name="Field">The field that holds the record; null where there is only its handle.</param>
/// <param name="Graph">The record's graph type; null where it can be any record about a child.</param>
public sealed record UpdateType(UpdateKind Kind, string Name, string Description, string? Field, Type? Graph)
{
    public bool IsHandleOnly => Field is null;
}
