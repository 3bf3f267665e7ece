using AgencyGraph.Agencies;
using AgencyGraph.Children;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Enrolments;

/// <summary>A change of the schools and health bodies that a child is tied to; whoever sees more or less by it is told. The outcome names the child.</summary>
public abstract class ChangeEnrolment<TInput>(IVisibleRecords records, SightChanges sights) : IUseCase<Located<TInput, ChildId>>
    where TInput : IEnrolmentInput
{
    public abstract string Operation { get; }

    public async Task<IReadOnlyList<Outcome>> ExecuteAsync(
        WriteSession session, IReadOnlyList<Located<TInput, ChildId>> inputs, CancellationToken cancellationToken)
    {
        var ids = inputs.Select(input => input.Id.GetValueOrDefault()).Distinct().ToList();
        var codes = inputs.Select(input => input.Input.At).Distinct().ToList();
        var children = await records.Of<Child>(session.Db, session.Deed.Caller)
            .Where(child => ids.Contains(child.Id)).ToDictionaryAsync(child => child.Id, cancellationToken);
        // From the database: a server's directory may be a second behind.
        var agencies = await session.Db.Set<Agency>().AsNoTracking()
            .Where(agency => codes.Contains(agency.Code)).ToDictionaryAsync(agency => agency.Code, cancellationToken);
        var ties = await LiveTies.ReadAsync(session.Db, children.Keys, cancellationToken);
        var watch = sights.Watch(session);
        await watch.LookAsync(children.Keys, cancellationToken);
        IReadOnlyList<Outcome> outcomes = [.. inputs.Select(input => Change(
            session, children.GetValueOrDefault(input.Id.GetValueOrDefault()), agencies.GetValueOrDefault(input.Input.At), ties))];
        await watch.TellAsync(null, cancellationToken);
        return outcomes;
    }

    /// <summary>The refusal; null when it is done.</summary>
    protected abstract Outcome? Change(Deed deed, Child child, RelationshipKind kind, AgencyCode at, LiveTies ties);

    private Outcome Change(WriteSession session, Child? child, Agency? at, LiveTies ties)
    {
        if (KindOf(at) is not { } kind)
            return Outcome.Refused(RefusalCode.InvalidInput, "is not the code of a school or a health body; `agencies` lists them.", "at");
        if (child is null)
            return Outcome.Refused(RefusalCode.NotFound, "There is no such child.", "child");
        if (Change(session.Deed, child, kind, at!.Code, ties) is { } refusal) // Of no agency there is no kind.
            return refusal;

        session.RaisePolicyEpoch();
        return Outcome.Changed(child.Id.Value);
    }

    private static RelationshipKind? KindOf(Agency? agency) => agency?.Kind switch
    {
        AgencyKind.School => RelationshipKind.SchoolRoll,
        AgencyKind.HealthBody => RelationshipKind.HealthRegistration,
        _ => null,
    };
}
