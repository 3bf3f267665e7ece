using AgencyGraph.Agencies;
using AgencyGraph.Children;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Contract.Writes.Checks;
using AgencyGraph.Feed;
using AgencyGraph.Timeliness;
using AgencyGraph.Visibility;

namespace AgencyGraph.Referrals;

/// <summary>
/// An agency refers children whom it may see to a council, whose hub is told of them. A withheld incident is no ground: the council
/// would not see it, and the referral would betray it.
/// </summary>
public sealed class MakeReferral(AgencyDirectory agencies, IVisibleRecords records, DeadlineBook deadlines) : IUseCase<ReferralToMake>
{
    public string Operation => "makeReferral";

    public async Task<IReadOnlyList<Outcome>> ExecuteAsync(
        WriteSession session, IReadOnlyList<ReferralToMake> inputs, CancellationToken cancellationToken)
    {
        var faults = inputs.Select(_ => new Faults()).ToList();
        var contents = inputs.Zip(faults, (input, found) => CheckedReferral.Read(input, session.Deed, agencies, found)).ToList();
        var references = contents.Select(content => content?.Reference).OfType<string>().Distinct().ToList();
        var grounds = await ReferralGrounds.ReadAsync(records, session, inputs, references, cancellationToken);
        var ties = await LiveTies.ReadAsync(session.Db, grounds.Children, cancellationToken);
        var clocks = deadlines.New(session.Db);
        return [.. inputs.Select((input, i) => contents[i] is { } content
            ? Make(session, input, content, grounds, ties, clocks) : Outcome.Refused(faults[i].Refusals))];
    }

    private static Outcome Make(
        WriteSession session, ReferralToMake input, CheckedReferral content, ReferralGrounds grounds, LiveTies ties, RunningClocks clocks)
    {
        var refusals = grounds.RefusalsOf(input);
        if (refusals.Count > 0)
            return Outcome.Refused(refusals);
        if (content.Reference is { } reference && !grounds.References.Add((content.To, reference)))
            return Outcome.Refused(RefusalCode.AlreadyExists, "A referral to this council under this reference is there already.", "reference");

        var referral = ReferralOf(content, session.Deed);
        session.Add(referral);
        foreach (var incident in input.Incidents)
            session.Add(new ReferredIncident { ReferralId = referral.Id, IncidentId = incident });
        foreach (var child in input.Children)
        {
            session.Add(new ReferredChild { ReferralId = referral.Id, ChildId = child });
            ties.Begin(child, RelationshipKind.HubArea, content.To.Value, session.Deed.At);
        }

        ReferralClocks.Received(session, clocks, referral, input.Children);
        session.Announce(Announcement.Of(UpdateKind.ReferralMade, referral, input.Children, referral.RecordedAt));
        return Outcome.Recorded(referral.Id.Value);
    }

    private static Referral ReferralOf(CheckedReferral content, Deed deed) => new()
    {
        Id = ReferralId.New(),
        Reference = content.Reference,
        FromCode = deed.Caller.Agency,
        ToCode = content.To,
        Source = content.Source,
        PrimaryNeed = content.PrimaryNeed,
        Reason = content.Reason,
        RecordedAt = content.RecordedAt,
        ReceivedAt = deed.At,
        Stage = ReferralStage.Contact,
    };
}
