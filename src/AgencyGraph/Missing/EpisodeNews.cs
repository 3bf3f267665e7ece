using AgencyGraph.Agencies;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Feed;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Missing;

/// <summary>
/// What is told of an episode, and what is sent to the council with it: every way in which a child is reported, found and spoken to comes through here.
/// </summary>
internal static class EpisodeNews
{
    public static void TellMissing(WriteSession session, MissingEpisode episode)
    {
        Send(session, episode, SendingOccasion.Missing);
        Announce(session, UpdateKind.ChildMissing, episode, episode.StartedAt);
    }

    /// <summary>The council has from now on to offer to speak with the child.</summary>
    public static void TellFound(WriteSession session, MissingEpisode episode)
    {
        Send(session, episode, SendingOccasion.Found);
        Announce(session, UpdateKind.ChildFound, episode, episode.FoundAt ?? session.Deed.At);
    }

    /// <summary>Once it is held, or declined, nothing is due any more.</summary>
    public static void TellInterview(WriteSession session, MissingEpisode episode)
        => Announce(session, UpdateKind.ReturnInterviewRecorded, episode, session.Deed.At);

    public static void TellStatus(WriteSession session, MissingEpisode episode)
        => Announce(session, UpdateKind.PlanStatusStated, episode, session.Deed.At);

    /// <param name="former">Who saw it as it was.</param>
    public static void TellCorrected(WriteSession session, MissingEpisode episode, SightChange? former)
        => Announce(session, UpdateKind.MissingCorrected, episode, episode.StartedAt, former);

    /// <summary>To another council it is sent anew, which is told that it is visible.</summary>
    public static void SendAgain(WriteSession session, MissingEpisode episode, SendingOccasion occasion) => Send(session, episode, occasion);

    /// <summary>What was sent to a council waits for nobody any more. What this very session sends is not saved yet.</summary>
    /// <param name="occasion">Null for all of it.</param>
    public static Task<int> WithdrawAsync(
        WriteSession session, MissingEpisodeId episode, AgencyCode council, SendingOccasion? occasion, CancellationToken cancellationToken)
    {
        var at = session.Deed.At;
        return session.Db.Set<EpisodeDelivery>()
            .Where(delivery => delivery.EpisodeId == episode && delivery.ToCode == council && delivery.WithdrawnAt == null
                && (occasion == null || delivery.Occasion == occasion))
            .ExecuteUpdateAsync(set => set.SetProperty(delivery => delivery.WithdrawnAt, at), cancellationToken);
    }

    private static void Send(WriteSession session, MissingEpisode episode, SendingOccasion occasion) => session.Add(new EpisodeDelivery
    {
        Id = Guid.CreateVersion7(),
        EpisodeId = episode.Id,
        Occasion = occasion,
        Version = episode.Version,
        FromCode = episode.ForceCode,
        ToCode = episode.CouncilCode,
        SharedAt = session.Deed.At,
    });

    private static void Announce(WriteSession session, UpdateKind kind, MissingEpisode episode, DateTime occurredAt, SightChange? former = null)
        => session.Announce(new FeedDraft(
            kind, RecordKind.MissingEpisode, episode.Id.Value, episode.Version, episode.ForceCode, episode.CouncilCode, true, [episode.ChildId], occurredAt)
        { Change = former });
}
