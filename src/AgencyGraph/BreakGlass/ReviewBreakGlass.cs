using AgencyGraph.Contract.Writes;
using AgencyGraph.Contract.Writes.Checks;
using AgencyGraph.Feed;
using AgencyGraph.Suspensions;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.BreakGlass;

/// <summary>The council that answers for a child judges whether the child was rightly opened. A suspension that waited for it is lifted.</summary>
internal sealed class ReviewBreakGlass(IVisibleRecords records) : IUseCase<Located<ReviewBreakGlassInput, BrokenGlassId>>
{
    private static readonly TextRule Note = new(BrokenGlass.NoteMaxLength, AllowsLines: true);

    public string Operation => "reviewBreakGlass";

    public async Task<IReadOnlyList<Outcome>> ExecuteAsync(
        WriteSession session, IReadOnlyList<Located<ReviewBreakGlassInput, BrokenGlassId>> inputs, CancellationToken cancellationToken)
    {
        var outcomes = new List<Outcome>();
        foreach (var input in inputs)
            outcomes.Add(await ReviewAsync(session, input, cancellationToken));
        return outcomes;
    }

    private async Task<Outcome> ReviewAsync(
        WriteSession session, Located<ReviewBreakGlassInput, BrokenGlassId> input, CancellationToken cancellationToken)
    {
        var (caller, faults) = (session.Deed.Caller, new Faults());
        var note = Note.Require(input.Input.Note, FieldPath.Input["note"], faults, "is needed: say why.");
        if (caller is { Role: Role.CouncilSystem, OnBehalfOf: null })
            faults.Add(FieldPath.Input["verdict"], "is a person's: the system's token must name the worker for whom it acts.");
        if (faults.Any || note is null)
            return Outcome.Refused(faults.Refusals);

        var id = input.Id.GetValueOrDefault();
        await session.Db.LockAsync<BrokenGlass>([id.Value], cancellationToken);
        var glass = await records.Of<BrokenGlass>(session.Db, caller).AsTracking().SingleOrDefaultAsync(row => row.Id == id, cancellationToken);
        if (glass is null)
            return Outcome.Refused(RefusalCode.NotFound, "There is no such break-glass.", "glass");
        if (input.Input.ExpectedVersion != glass.Version)
            return Outcome.VersionConflict("It has changed since it was read.", glass.Version, "expectedVersion");
        if (FaultOf(glass.State) is { } fault)
            return Outcome.Refused(RefusalCode.WrongStage, fault, "glass");

        glass.Review(input.Input.Verdict, note, caller.OnBehalfOf ?? caller.Subject, session.Deed.At);
        await CloseAsync(session, glass, cancellationToken);
        await RestoreAsync(session, glass, cancellationToken);
        session.Announce(Announcement.Of(UpdateKind.GlassReviewed, glass, session.Deed.At));
        return Outcome.Changed(glass.Id.Value);
    }

    private static string? FaultOf(BreakGlassState state) => state switch
    {
        BreakGlassState.AwaitingReview or BreakGlassState.Overdue => null,
        BreakGlassState.Reviewed => "It is reviewed already.",
        _ => "Nothing was opened, so that there is nothing to review.",
    };

    /// <summary>What a verdict ended earlier than it would have ended by itself.</summary>
    private static async Task CloseAsync(WriteSession session, BrokenGlass glass, CancellationToken cancellationToken)
    {
        if (glass.OpenUntil != session.Deed.At)
            return;
        var open = await session.Db.Set<Relationship>().AsTracking().Where(tie => tie.ChildId == glass.ChildId
            && tie.Kind == RelationshipKind.BrokenGlass && tie.Holder == glass.Worker && tie.To > session.Deed.At).ToListAsync(cancellationToken);
        foreach (var tie in open)
            tie.End(session.Deed.At);
    }

    /// <summary>Unless another review of the same person in the same role is overdue still.</summary>
    private static async Task RestoreAsync(WriteSession session, BrokenGlass glass, CancellationToken cancellationToken)
    {
        if (await session.Db.Set<BrokenGlass>().AnyAsync(other => other.Worker == glass.Worker && other.Role == glass.Role
            && other.State == BreakGlassState.Overdue && other.Id != glass.Id, cancellationToken))
            return;
        if (await ReviewSuspensions.EndAsync(
            session.Db, HeldRole.NameOf(glass.Role, glass.ByAgencyCode, glass.By), session.Deed.Caller.Agency, glass.ReviewedBy!, // Just reviewed.
            "The review of a break-glass was done.", session.Deed.At, cancellationToken))
            session.RaisePolicyEpoch();
    }
}
