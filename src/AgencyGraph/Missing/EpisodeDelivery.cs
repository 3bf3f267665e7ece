using AgencyGraph.Receipts;

namespace AgencyGraph.Missing;

/// <summary>That word of a missing child, or of the child's return, was sent to a council, when it arrived there, and when the council said so.</summary>
public sealed class EpisodeDelivery : Sending
{
    public required MissingEpisodeId EpisodeId { get; init; }

    public MissingEpisode? Episode { get; init; }

    public required SendingOccasion Occasion { get; init; }
}
