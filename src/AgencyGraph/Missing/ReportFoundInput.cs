using System.ComponentModel;

namespace AgencyGraph.Missing;

/// <summary>That a missing child was found, as it comes in.</summary>
[Description("That a child whom the force reported missing was found.")]
public sealed record ReportFoundInput : IEpisodeStep
{
    [Description("A random UUID for this request. Sent again with the same body it has no second effect; with another body it is refused.")]
    public required Guid IdempotencyKey { get; init; }

    [Description("The episode.")]
    public required MissingEpisodeBy By { get; init; }

    [Description("The version of the episode that was read.")]
    public required int ExpectedVersion { get; init; }

    [Description("When, where and how.")]
    public required FoundInput Found { get; init; }
}
