using AgencyGraph.Children;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Contract.Writes.Checks;
using AgencyGraph.Feed;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace AgencyGraph.BreakGlass;

/// <summary>
/// Opens one child in an emergency. Unknown, hidden and not the only one are refused alike; that it was tried is kept, and the councils of those who were
/// meant are told.
/// </summary>
internal sealed class BreakTheGlass(IOptions<BreakGlassOptions> options) : IUseCase<BreakGlassInput>
{
    private static readonly TextRule Reason = new(BrokenGlass.ReasonMaxLength, AllowsLines: true);

    public string Operation => "breakGlass";

    public async Task<IReadOnlyList<Outcome>> ExecuteAsync(
        WriteSession session, IReadOnlyList<BreakGlassInput> inputs, CancellationToken cancellationToken)
    {
        var outcomes = new List<Outcome>();
        foreach (var input in inputs)
            outcomes.Add(await BreakAsync(session, input, cancellationToken));
        return outcomes;
    }

    private async Task<Outcome> BreakAsync(WriteSession session, BreakGlassInput input, CancellationToken cancellationToken)
    {
        var (worker, at, faults) = (session.Deed.Caller.WorkerHolder, session.Deed.At, new Faults());
        if (string.IsNullOrWhiteSpace(input.Reason))
            return Outcome.Refused(RefusalCode.JustificationRequired, "Say why, in your own words: without a reason no child is opened.", "reason");
        var reason = Reason.Read(input.Reason, FieldPath.Input["reason"], faults);
        var by = Checked(input.By, faults);
        if (faults.Any || reason is null)
            return Outcome.Refused(faults.Refusals);

        var own = session.Db.Set<BrokenGlass>().Where(glass => glass.Worker == worker);
        // Counted before it is asked whether one is open: what another request opens after the count has the same ordinal, and one of the two begins again.
        var ordinal = (await own.MaxAsync(glass => glass.Ordinal, cancellationToken) ?? 0) + 1;
        if (await own.AnyAsync(glass => glass.OpenUntil > at, cancellationToken))
            return Outcome.Refused(RefusalCode.OnlyOneChild, "You have a child open. Another can be opened once that one has closed by itself.", "by");
        var sought = await SoughtChildren.FindAsync(session.Db, by, session.Deed.Caller, cancellationToken);
        var tried = new Attempt(session, input.ReasonCode, reason);
        tried.TellCouncils(sought.Where(child => child.IsHidden));
        return sought.Where(child => !child.IsHidden).ToList() is [var only]
            ? Outcome.Recorded(Open(session, tried.Opens(only, ordinal, at + options.Value.ReviewWithin)))
            : Refuse(tried, sought.Where(child => !child.IsHidden), ordinal);
    }

    private static BreakGlassBy Checked(BreakGlassBy by, Faults faults)
    {
        if (by.Person is not { } person)
            return by;
        var path = FieldPath.Input["by"]["person"];
        return by with
        {
            Person = person with
            {
                GivenName = IdentityRules.Name.Require(person.GivenName, path["givenName"], faults) ?? "",
                Surname = IdentityRules.Name.Require(person.Surname, path["surname"], faults) ?? "",
                Postcode = AddressRules.RequirePostcode(person.Postcode, path["postcode"], faults) ?? "",
            },
        };
    }

    private Guid Open(WriteSession session, BrokenGlass glass)
    {
        var until = glass.At + options.Value.OpenFor;
        glass.Open(until);
        var tie = new Relationship
        {
            Id = Guid.CreateVersion7(),
            ChildId = glass.ChildId,
            Kind = RelationshipKind.BrokenGlass,
            Holder = session.Deed.Caller.WorkerHolder,
            From = glass.At,
        };
        tie.End(until);
        session.Add(tie);
        session.Add(glass);
        session.Announce(Announcement.Of(UpdateKind.GlassBroken, glass, glass.At));
        return glass.Id.Value;
    }

    private static Outcome Refuse(Attempt tried, IEnumerable<SoughtChild> ambiguous, int ordinal)
    {
        tried.TellCouncils(ambiguous);
        tried.Keep(ordinal);
        return Outcome.RefusedAndKept(RefusalCode.NotFound, "There is no one child that you may open by this. That you tried is kept.", "by");
    }
}
