using AgencyGraph.Visibility;

namespace AgencyGraph.Feed;

/// <summary>What a subscriber asks for.</summary>
public sealed record StreamRequest
{
    public required Caller Caller { get; init; }

    /// <summary>A hash of document, operation and variables without <c>after</c>: streams with the same one get the same bytes.</summary>
    public required string AudienceKey { get; init; }

    /// <summary>Only these kinds; null when not narrowed.</summary>
    public IReadOnlyList<UpdateKind>? Kinds { get; init; }

    /// <summary>Only what is about one of these children; null when not narrowed.</summary>
    public IReadOnlyList<ChildId>? Children { get; init; }

    /// <summary>The cursor after which to resume; null to start with what commits from now on.</summary>
    public string? After { get; init; }

    /// <summary>How many updates may be sent; null for any number. Bookmarks do not count.</summary>
    public IUpdateAllowance? Allowance { get; init; }

    /// <summary>Kinds and children taken together, where equal streams share that; null to have it made.</summary>
    internal StreamFilter? Filter { get; init; }

    public required IUpdateRenderer Renderer { get; init; }
}
