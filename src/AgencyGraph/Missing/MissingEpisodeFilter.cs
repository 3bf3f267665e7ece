using System.ComponentModel;
using AgencyGraph.Agencies;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Visibility;

namespace AgencyGraph.Missing;

/// <summary>Narrows a list of episodes; what is given must all hold.</summary>
public sealed record MissingEpisodeFilter
{
    [Description("True for those whose child is missing still, false for those whose child was found.")]
    public bool? IsOpen { get; init; }

    [Description("Only these types.")]
    public IReadOnlyList<MissingType>? Types { get; init; }

    [Description("Only these grades of risk.")]
    public IReadOnlyList<MissingRisk>? Risks { get; init; }

    [Description("Only those of this force.")]
    public AgencyCode? Force { get; init; }

    [Description("Only those whose child was last seen at this instant or later.")]
    public DateTime? StartedFrom { get; init; }

    [Description("Only those whose child was last seen before this instant.")]
    public DateTime? StartedBefore { get; init; }

    [Description("True for those whose child was found and has not been offered a return interview.")]
    public bool? AwaitsInterview { get; init; }

    internal static IEnumerable<FilterCondition> Conditions(MissingEpisodeFilter filter)
    {
        if (filter.IsOpen is { } isOpen)
            yield return FilterCondition.Of<MissingEpisode>(Detail.MissingNotice, episode => (episode.FoundAt == null) == isOpen);
        if (filter.Types is { } types)
            yield return FilterCondition.Of<MissingEpisode>(Detail.MissingNotice, episode => types.Contains(episode.MissingType));
        if (filter.Risks is { } risks)
            yield return FilterCondition.Of<MissingEpisode>(Detail.MissingSummary, episode => risks.Contains(episode.Risk));
        if (filter.Force is { } force)
            yield return FilterCondition.Of<MissingEpisode>(Detail.MissingNotice, episode => episode.ForceCode == force);
        if (filter.StartedFrom is { } from)
            yield return FilterCondition.Of<MissingEpisode>(Detail.MissingNotice, episode => episode.StartedAt >= from);
        if (filter.StartedBefore is { } before)
            yield return FilterCondition.Of<MissingEpisode>(Detail.MissingNotice, episode => episode.StartedAt < before);
        if (filter.AwaitsInterview is { } awaits)
            yield return FilterCondition.Of<MissingEpisode>(
                Detail.ReturnInterview, episode => (episode.FoundAt != null && episode.InterviewOfferedAt == null) == awaits);
    }
}
