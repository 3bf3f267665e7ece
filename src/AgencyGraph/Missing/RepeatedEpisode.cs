namespace AgencyGraph.Missing;

/// <summary>
/// That a child had been missing before, within <see cref="WithinDays"/> days. It links two episodes and says nothing of who may see either: whoever
/// counts sees both by the row rules.
/// </summary>
public sealed class RepeatedEpisode
{
    /// <summary>From the beginning of one to the beginning of the next. A figure of local practice, by which repeats are counted.</summary>
    public const int WithinDays = 90;

    public required MissingEpisodeId EpisodeId { get; init; }

    public MissingEpisode? Episode { get; init; }

    public required MissingEpisodeId EarlierId { get; init; }

    public MissingEpisode? Earlier { get; init; }
}
