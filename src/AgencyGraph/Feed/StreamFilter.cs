using System.Collections.Frozen;
using AgencyGraph.Storage;
using AgencyGraph.Visibility;

namespace AgencyGraph.Feed;

/// <summary>What a subscriber narrowed its stream to.</summary>
internal sealed class StreamFilter
{
    private readonly FrozenSet<UpdateKind>? kinds;
    private readonly FrozenSet<ChildId>? children;

    public StreamFilter(IReadOnlyList<UpdateKind>? kinds, IReadOnlyList<ChildId>? children)
    {
        this.kinds = kinds?.ToFrozenSet();
        this.children = children?.ToFrozenSet();
        Fingerprint = Take();
    }

    /// <summary>The same for the same filter, in whatever order its arguments came.</summary>
    public UInt128 Fingerprint { get; }

    /// <summary>False spares the reading of the entry's relationships; true decides nothing yet.</summary>
    public bool MayPass(FeedEntry entry)
        => (kinds?.Contains(entry.Kind) ?? !IsToldOnRequest(entry.Kind)) && (children is null || entry.Children.Any(children.Contains));

    /// <summary>Whether only those are told of the kind who ask for it by name: of who looked at whom there is more than of all the rest.</summary>
    private static bool IsToldOnRequest(UpdateKind kind) => kind == UpdateKind.ChildAccessed;

    // Security: a child lets an entry pass only where the viewer may know that it is about that child. Otherwise whoever sees the record
    // by another of its children learns from the filter who else is in it.
    public bool Passes(FeedEntry entry, Caller viewer, Sight now)
        => MayPass(entry)
            && (children is null || entry.Children.Any(child => children.Contains(child) && RowCheck.Shows(entry, child, viewer, now)));

    private UInt128 Take()
    {
        string[] parts =
        [
            kinds is null ? "any kind" : "kinds",
            .. (kinds ?? []).Select(EnumNames.NameOf).Order(StringComparer.Ordinal),
            children is null ? "any child" : "children",
            .. (children ?? []).Order().Select(child => child.Value.ToString("N")),
        ];
        return Feed.Fingerprint.Of(parts);
    }
}
