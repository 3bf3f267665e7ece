using AgencyGraph.Agencies;
using AgencyGraph.Children;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Receipts;
using AgencyGraph.Visibility;

namespace AgencyGraph.Missing;

/// <summary>Files reports, with all that belongs to them. A correction about the same child keeps the record of the child.</summary>
internal sealed class EpisodeFiling(WriteSession session, IChildMatcher matcher, OpenLinks links, SightWatch watch)
{
    private readonly List<LostTie> lost = [];

    /// <summary>Relationships that lost a reason; they are ended once all is saved.</summary>
    public IReadOnlyCollection<LostTie> Lost => lost;

    /// <summary>One matching and one reading of relationships and times for all of them. Each has its outcome in its place.</summary>
    public async Task FileAsync(IReadOnlyList<Filing> filings, Outcome[] outcomes, CancellationToken cancellationToken)
    {
        if (filings.Count == 0)
            return;

        await watch.LookAsync(filings.Select(filing => filing.Episode?.ChildId).OfType<ChildId>(), cancellationToken);
        var former = filings.Select(EpisodeRecords.FormerOf).ToList();
        var claims = filings.Zip(former, (filing, record) => new ChildClaim(filing.Content.Child.BornOn, filing.Content.Child.NhsNumber, record?.ChildId)).ToList();
        var children = await matcher.MatchAsync(session.Db, claims, session.Deed, cancellationToken);
        watch.MoveTo(children);
        var ties = await LiveTies.ReadAsync(session.Db, children, cancellationToken);
        var times = await MissingTimes.ReadAsync(session, children, cancellationToken);
        var (sent, written) = (new List<(AgencyCode From, AgencyCode To)>(), new List<MissingEpisodeId>());
        for (var i = 0; i < filings.Count; i++)
        {
            var filing = filings[i];
            var id = filing.Episode?.Id ?? MissingEpisodeId.New();
            var time = new MissingTime(
                id, session.Deed.Caller.Agency, filing.Reference, children[i], filing.Content.StartedAt, filing.Content.Found?.FoundAt);
            if (times.OverlapOf(time) is { } other)
            {
                outcomes[filing.Position] = RefusalOf(other);
                continue;
            }

            var record = former[i]?.ChildId == children[i] ? former[i] : null;
            outcomes[filing.Position] = filing.Episode is { } episode
                ? await CorrectAsync(episode, filing, children[i], record, cancellationToken)
                : Begin(id, filing, children[i]);
            ties.Begin(children[i], RelationshipKind.OriginatingForce, time.Force.Value, session.Deed.At);
            ties.Begin(children[i], RelationshipKind.HubArea, filing.Content.Council.Value, session.Deed.At);
            times.Set(time);
            written.Add(id);
            sent.Add((time.Force, filing.Content.Council));
        }

        await Repeats.WriteAsync(
            session, times, written, [.. filings.Select(filing => filing.Episode?.Id).OfType<MissingEpisodeId>().Intersect(written)], cancellationToken);
        await links.EnsureAsync(session, sent, cancellationToken);
    }

    private static Outcome RefusalOf(MissingTime other) => Outcome.Refused(
        RefusalCode.AlreadyExists,
        other.End is null
            ? $"The child is missing already by episode {other.Reference}; report the child found first, or correct that one."
            : $"The child was missing at that time by episode {other.Reference}; correct that one.",
        "startedAt");

    private Outcome Begin(MissingEpisodeId id, Filing filing, ChildId child)
    {
        var (content, at) = (filing.Content, session.Deed.At);
        var episode = new MissingEpisode
        {
            Id = id,
            ForceCode = session.Deed.Caller.Agency,
            Reference = filing.Reference,
            CouncilCode = content.Council,
            ChildId = child,
            RecordId = default,
            MissingType = content.Type,
            Risk = content.Risk,
            StartedAt = content.StartedAt,
            ReportedAt = content.ReportedAt,
            RecordedAt = content.RecordedAt,
            IngestMode = filing.Mode,
            ReceivedAt = at,
        };
        var record = EpisodeRecords.Of(episode, content, child, at);
        session.Add(record);
        episode.RecordId = record.Id;
        Say(episode, content);
        session.Add(episode);
        EpisodeNews.TellMissing(session, episode);
        if (content.Found is not null)
            EpisodeNews.TellFound(session, episode);
        return Outcome.Recorded(id.Value);
    }

    private async Task<Outcome> CorrectAsync(
        MissingEpisode episode, Filing filing, ChildId child, ChildRecord? kept, CancellationToken cancellationToken)
    {
        var content = filing.Content;
        var (council, before, wasFound) = (episode.CouncilCode, episode.ChildId, episode.FoundAt is not null);
        Lose(episode.ForceCode, council, before, content.Council, child);
        var record = EpisodeRecords.Of(episode, content, child, session.Deed.At);
        if (kept is not null)
            kept.Correct(record);
        else
            ReplaceRecord(episode, record);

        (episode.Version, episode.Revision, episode.CorrectionReason) = (episode.Version + 1, episode.Revision + 1, filing.Reason);
        (episode.CouncilCode, episode.ChildId, episode.MissingType, episode.Risk) = (content.Council, child, content.Type, content.Risk);
        (episode.StartedAt, episode.ReportedAt, episode.RecordedAt) = (content.StartedAt, content.ReportedAt, content.RecordedAt);
        Say(episode, content);
        EpisodeNews.TellCorrected(session, episode, watch.Former(RecordKind.MissingEpisode, episode.Id.Value));
        await SendAsync(episode, council, wasFound, cancellationToken);
        return Outcome.Corrected(episode.Id.Value);
    }

    private void ReplaceRecord(MissingEpisode episode, ChildRecord record)
    {
        var former = episode.Record!; // Read before.
        _ = session.Db.Add(record);
        session.Db.Entry(episode).Reference(found => found.Record).CurrentValue = record;
        _ = session.Db.Remove(former);
    }

    private void Lose(AgencyCode force, AgencyCode council, ChildId before, AgencyCode councilNow, ChildId now)
    {
        if (before != now)
            lost.Add(new LostTie(RelationshipKind.OriginatingForce, force, before));
        if (before != now || council != councilNow)
            lost.Add(new LostTie(RelationshipKind.HubArea, council, before));
    }

    private void Say(MissingEpisode episode, ReportedEpisode content)
    {
        (episode.MissingFrom, episode.SafeMissingFrom, episode.Circumstances) = (content.MissingFrom, content.SafeMissingFrom, content.Circumstances);
        episode.State(content.LookedAfter, content.OnPlan, episode.ForceCode, session.Deed.At);
        episode.Find(content.Found, session.Deed.At);
    }

    private async Task SendAsync(MissingEpisode episode, AgencyCode council, bool wasFound, CancellationToken cancellationToken)
    {
        var isFound = episode.FoundAt is not null;
        var hasMoved = episode.CouncilCode != council;
        if (hasMoved || (wasFound && !isFound))
            _ = await EpisodeNews.WithdrawAsync(session, episode.Id, council, hasMoved ? null : SendingOccasion.Found, cancellationToken);
        if (hasMoved)
            EpisodeNews.SendAgain(session, episode, SendingOccasion.Missing);
        if (hasMoved && isFound && wasFound)
            EpisodeNews.SendAgain(session, episode, SendingOccasion.Found);
        if (isFound && !wasFound)
            EpisodeNews.TellFound(session, episode);
    }
}
