using AgencyGraph.Agencies;
using AgencyGraph.Visibility;

namespace AgencyGraph.Receipts;

/// <summary>That an agency said which of its systems acknowledges for it: by whom and when. Designations are added, never changed.</summary>
public sealed class ReceiverDesignation : IGoverned<ReceiverDesignation>
{
    public required ReceiverDesignationId Id { get; init; }

    public required AgencyCode AgencyCode { get; init; }

    public Agency? Agency { get; init; }

    /// <summary>The system designated, by the subject of its tokens.</summary>
    public required string Subject { get; init; }

    /// <summary>The system of the agency that designated it, likewise.</summary>
    public required string By { get; init; }

    public required DateTime DesignatedAt { get; init; }

    public static RecordKind Kind => RecordKind.ReceiverDesignation;

    public static RecordLabels<ReceiverDesignation> Labels { get; } = new(
        Originator: designation => designation.AgencyCode,
        Council: designation => null,
        IsShared: designation => false,
        Children: designation => new ChildId[0]);
}
