using System.ComponentModel;
using AgencyGraph.Children;

namespace AgencyGraph.Incidents;

/// <summary>A backlog of incidents, as it comes in.</summary>
[Description("A backlog of incidents: each has its own outcome, and one that is refused never fails its neighbours.")]
public sealed record RecordIncidentsInput
{
    public const int MaxItems = 500;

    [Description("How they come in: REPLAY after an outage, BACKFILL from an extract of the past; no other.")]
    public IngestMode IngestMode { get; init; } = IngestMode.Backfill;

    [Description("1 to 500 incidents, in any order.")]
    public required IReadOnlyList<IncidentInput> Items { get; init; }
}
