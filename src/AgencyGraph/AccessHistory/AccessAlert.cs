using AgencyGraph.Agencies;
using AgencyGraph.Visibility;

namespace AgencyGraph.AccessHistory;

/// <summary>That a person's reading on one day is unusual: told once, to the information governance of the person's own agency. It names no child.</summary>
public sealed class AccessAlert : IGoverned<AccessAlert>
{
    public required AccessAlertId Id { get; init; }

    public required AccessAlertKind AlertKind { get; init; }

    /// <summary>The day in England.</summary>
    public required DateOnly Day { get; init; }

    public required AgencyCode ReaderAgencyCode { get; init; }

    public Agency? ReaderAgency { get; init; }

    public required string Reader { get; init; }

    /// <summary>How many different children it had come to when the alert was raised.</summary>
    public required int Children { get; init; }

    public required DateTime RaisedAt { get; init; }

    public static RecordKind Kind => RecordKind.AccessAlert;

    public static RecordLabels<AccessAlert> Labels { get; } = new(
        Originator: alert => alert.ReaderAgencyCode,
        Council: alert => null,
        IsShared: alert => true,
        Children: alert => new ChildId[0]);
}
