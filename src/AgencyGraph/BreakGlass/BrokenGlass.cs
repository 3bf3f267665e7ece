using AgencyGraph.Agencies;
using AgencyGraph.Visibility;

namespace AgencyGraph.BreakGlass;

/// <summary>
/// That somebody opened a child in an emergency, and the review of it by the council that answers for the child. Where it was refused there are
/// records apart: one for the agency of whoever tried, which is the same whatever was looked for, and one for the council of each child that was meant.
/// </summary>
public sealed class BrokenGlass : IGoverned<BrokenGlass>
{
    public const int ReasonMaxLength = 1_000;
    public const int NoteMaxLength = 2_000;
    public const int WorkerMaxLength = Relationship.HolderMaxLength;

    public required BrokenGlassId Id { get; init; }

    /// <summary>Rises by one with each change; starts at 1.</summary>
    public int Version { get; private set; } = 1;

    public required BreakGlassState State { get; set; }

    /// <summary>The child; the empty id where no child is named, which is no child's.</summary>
    public required ChildId ChildId { get; init; }

    /// <summary>The council that answered for the child; null where no child is named.</summary>
    public AgencyCode? CouncilCode { get; init; }

    public Agency? Council { get; init; }

    /// <summary>Whose record it is: the agency of whoever opened the child or tried to, or the council that is told that it was tried.</summary>
    public required AgencyCode OriginatorCode { get; init; }

    /// <summary>The worker who may see it as their own (see <see cref="Relationship.WorkerHolder"/>); null in what a council is told of an attempt.</summary>
    public string? Worker { get; init; }

    /// <summary>The how manieth of this worker's it is, from 1, so that of two at once one must wait; null where it is no worker's own.</summary>
    public int? Ordinal { get; init; }

    /// <summary>The agency of whoever opened the child, or tried to.</summary>
    public required AgencyCode ByAgencyCode { get; init; }

    public Agency? ByAgency { get; init; }

    /// <summary>Who it was, by the subject of the sign-in.</summary>
    public required string By { get; init; }

    public required Role Role { get; init; }

    public required BreakGlassReason ReasonCode { get; init; }

    public required string Reason { get; init; }

    /// <summary>When the child was opened, or that was tried.</summary>
    public required DateTime At { get; init; }

    /// <summary>Until when the child is open; null where it was not opened.</summary>
    public DateTime? OpenUntil { get; private set; }

    /// <summary>By when the review is to be done; null where there is nothing to review.</summary>
    public DateTime? ReviewDueAt { get; init; }

    public BreakGlassVerdict? Verdict { get; private set; }

    /// <summary>Why it was so judged; null until it is.</summary>
    public string? Note { get; private set; }

    public string? ReviewedBy { get; private set; }

    public DateTime? ReviewedAt { get; private set; }

    public static RecordKind Kind => RecordKind.BreakGlass;

    public static RecordLabels<BrokenGlass> Labels { get; } = new(
        Originator: glass => glass.OriginatorCode,
        Council: glass => glass.CouncilCode,
        IsShared: glass => true,
        Children: glass => new[] { glass.ChildId })
    { Worker = glass => glass.Worker };

    public void Open(DateTime until) => OpenUntil = until;

    /// <summary>The review was not done in time.</summary>
    public void Expire()
    {
        State = BreakGlassState.Overdue;
        Version++;
    }

    public void Review(BreakGlassVerdict verdict, string note, string by, DateTime at)
    {
        (State, Verdict, Note, ReviewedBy, ReviewedAt) = (BreakGlassState.Reviewed, verdict, note, by, at);
        if (verdict == BreakGlassVerdict.NotJustified && OpenUntil > at)
            OpenUntil = at;
        Version++;
    }
}
