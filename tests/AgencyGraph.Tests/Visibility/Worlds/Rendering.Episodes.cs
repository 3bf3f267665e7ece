using System.Text.Json.Nodes;
using AgencyGraph.Visibility;

namespace AgencyGraph.Tests.Visibility.Worlds;

/// <summary>Of missing episodes.</summary>
internal static partial class Rendering
{
    public const string Start = "3 Start";
    public const string End = "4 End";

    public static IEnumerable<ForceEpisode> LatestFirst(IEnumerable<ForceEpisode> episodes) => episodes.OrderByDescending(episode => episode.StartedAt);

    private static JsonNode Of(Oracle oracle, ForceEpisode episode)
    {
        var isSummarised = Shows(Detail.MissingSummary);
        var earlier = LatestFirst(oracle.World.Episodes.Where(other => other.Kid == episode.Kid && other.StartedAt < episode.StartedAt && oracle.Sees(other))).ToList();
        var hasPlaces = !episode.IsStartSafe || (episode.IsFound && !episode.IsFoundSafe);
        var hasSafePlaces = episode.IsStartSafe || episode.IsFoundSafe;
        return Node(new
        {
            id = episode.Id,
            version = episode.Version,
            force = Body(episode.Force),
            reference = episode.Reference,
            council = Shows(Detail.ReceivingCouncil) ? Body(episode.Council) : null,
            child = oracle.Sees(episode.Kid) ? new { id = episode.Kid.Id } : null,
            record = oracle.Sees(episode.Record) ? new { id = episode.Record.Id } : null,
            type = "MISSING",
            risk = isSummarised ? episode.Risk : null,
            revision = isSummarised ? episode.Revision : (int?)null,
            correctionReason = isSummarised ? episode.CorrectionReason : null,
            circumstances = Shows(Detail.MissingCircumstances) ? $"How {episode.Reference} began" : null,
            howFound = isSummarised && episode.IsFound ? "RETURNED" : null,
            places = hasPlaces && Shows(Detail.MissingPlace) ? Places(episode, isSafe: false) : null,
            safePlaces = hasSafePlaces && Shows(Detail.SafeAddress) ? Places(episode, isSafe: true) : null,
            status = episode.StatusBy is null ? null : new
            {
                lookedAfter = episode.LookedAfter,
                onPlan = true,
                statedBy = Shows(Detail.ReceivingCouncil) ? Body(episode.StatusBy) : null,
            },
            returnInterview = episode.InterviewBy is null || !Shows(Detail.ReturnInterview) ? null : new
            {
                answer = episode.IsHeard ? "ACCEPTED" : null,
                isIndependent = episode.IsHeard ? true : (bool?)null,
                recordedBy = Shows(Detail.ReceivingCouncil) ? Body(episode.InterviewBy) : null,
                riskPoints = episode.IsHeard && Shows(Detail.ReturnInterviewRisk) ? "Risk" : null,
                content = episode.IsHeard && Shows(Detail.ReturnInterviewContent) ? "Words" : null,
            },
            deliveries = Shows(Detail.ReceivingCouncil) ? episode.SentTo.Select(sent => new { of = sent.Of, to = Body(sent.To) }) : null,
            repeatOf = isSummarised && earlier.Count > 0 ? new { id = earlier[0].Id } : null,
            earlierEpisodes = isSummarised ? List(earlier.Select(other => other.Id)) : null,
            withheld = Hidden(Detail.SafeAddress, hasSafePlaces, "safePlaces", "SAFE_ADDRESS").Concat(Hidden(Detail.MissingPlace, hasPlaces, "places", "MISSING_PLACE")),
        });

        bool Shows(Detail detail) => oracle.Shows(detail, episode.Force, episode.Kid);

        IEnumerable<object> Hidden(Detail detail, bool exists, string field, string reason)
            => exists && oracle.IsTold(detail) && !Shows(detail) ? [new { field, reason }] : [];
    }

    private static object Places(ForceEpisode episode, bool isSafe) => new
    {
        missingFrom = episode.IsStartSafe == isSafe ? Lines(Start) : null,
        foundAt = episode.IsFound && episode.IsFoundSafe == isSafe ? Lines(End) : null,
    };
}
