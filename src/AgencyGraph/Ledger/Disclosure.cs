using AgencyGraph.Visibility;

namespace AgencyGraph.Ledger;

/// <summary>One disclosure: what was shown to whom, why, and under which policy. It is recorded before a byte of it leaves.</summary>
public sealed record Disclosure
{
    public required Guid Id { get; init; }

    public required DisclosureKind Kind { get; init; }

    /// <summary>Of an update to many: one of them. Agency, role, purpose and the worker acted for are the same for all.</summary>
    public required Caller Reader { get; init; }

    /// <summary>The persons and systems to whom it was shown, as their issuer names them.</summary>
    public required IReadOnlyList<string> Subjects { get; init; }

    public required Contents Contents { get; init; }

    /// <summary>The policy under which it was decided that it may be shown, or an earlier one.</summary>
    public required long PolicyEpoch { get; init; }

    /// <summary>As the answer bears it in <c>X-Request-ID</c>; null for an update.</summary>
    public string? RequestId { get; init; }

    /// <summary>Where in the feed an update stands; null for an answer.</summary>
    public long? FeedPosition { get; init; }
}
