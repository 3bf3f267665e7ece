using AgencyGraph.Agencies;
using AgencyGraph.Visibility;

namespace AgencyGraph.AccessHistory;

/// <summary>
/// That a reader was shown something of a child on one day, in one role and for one purpose: the ledger of disclosures, read for whoever must answer
/// for a child. It is made from the ledger, shortly after it, and says no more than it.
/// </summary>
public sealed class ChildAccess : IGoverned<ChildAccess>
{
    public required ChildAccessId Id { get; init; }

    public required ChildId ChildId { get; init; }

    /// <summary>The day in England on which it was shown.</summary>
    public required DateOnly Day { get; init; }

    public required AgencyCode ReaderAgencyCode { get; init; }

    public Agency? ReaderAgency { get; init; }

    /// <summary>The reader, by the subject of the sign-in.</summary>
    public required string Reader { get; init; }

    /// <summary>The same as the holder of a <see cref="Relationship"/>.</summary>
    public required string ReaderHolder { get; init; }

    /// <summary>The worker for whom a council's system read; empty where it read for itself, or the reader is a person.</summary>
    public required string OnBehalfOf { get; init; }

    public required Role Role { get; init; }

    public required Purpose Purpose { get; init; }

    public required DateTime FirstAt { get; init; }

    public DateTime LastAt { get; set; }

    /// <summary>In how many answers and updates.</summary>
    public int Times { get; set; }

    /// <summary>How many of those were answers to queries: what the reader asked for, and was not pushed or had not written.</summary>
    public int Looks { get; set; }

    /// <summary>How many of the looks were outside the hours that are held to be usual.</summary>
    public int OutOfHours { get; set; }

    /// <summary>When the responsible council was told that another agency had looked; null where it was not to be told, or not yet.</summary>
    public DateTime? ToldAt { get; set; }

    public static RecordKind Kind => RecordKind.ChildAccess;

    public static RecordLabels<ChildAccess> Labels { get; } = new(
        Originator: access => access.ReaderAgencyCode,
        Council: access => null,
        IsShared: access => true,
        Children: access => new[] { access.ChildId })
    {
        Worker = access => access.ReaderHolder,
    };
}
