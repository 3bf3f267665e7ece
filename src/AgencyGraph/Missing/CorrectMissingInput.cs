using System.ComponentModel;

namespace AgencyGraph.Missing;

/// <summary>A correction of an episode, whole, as it comes in.</summary>
[Description("A correction of one of the force's own episodes: the whole of it anew, the child's return included.")]
public sealed record CorrectMissingInput : MissingContent, IEpisodeStep
{
    [Description("A random UUID for this request. Sent again with the same body it has no second effect; with another body it is refused.")]
    public required Guid IdempotencyKey { get; init; }

    [Description("The episode.")]
    public required MissingEpisodeBy By { get; init; }

    [Description("The version of the episode that was read.")]
    public required int ExpectedVersion { get; init; }

    [Description("Why it is corrected, 1 to 1,000 characters.")]
    public required string Reason { get; init; }
}
