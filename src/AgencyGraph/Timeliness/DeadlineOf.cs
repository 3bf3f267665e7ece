using AgencyGraph.Agencies;
using AgencyGraph.Visibility;

namespace AgencyGraph.Timeliness;

/// <summary>The record on which a clock runs, with what decides who sees it.</summary>
public sealed record DeadlineOf(RecordKind Kind, Guid Id, AgencyCode Originator, AgencyCode? Council, bool IsShared, IReadOnlyList<ChildId> Children);
