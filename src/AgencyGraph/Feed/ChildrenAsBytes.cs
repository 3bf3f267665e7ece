using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace AgencyGraph.Feed;

/// <summary>The children of an entry in one column, 16 big-endian bytes each: they are read with the entry and never searched.</summary>
internal sealed class ChildrenAsBytes() : ValueConverter<IReadOnlyList<ChildId>, byte[]>(children => Write(children), bytes => Read(bytes))
{
    private const int IdLength = 16;

    internal static byte[] Write(IReadOnlyList<ChildId> children)
    {
        var bytes = new byte[children.Count * IdLength];
        for (var i = 0; i < children.Count; i++)
            _ = children[i].Value.TryWriteBytes(bytes.AsSpan(i * IdLength), bigEndian: true, out _);
        return bytes;
    }

    private static ChildId[] Read(byte[] bytes)
    {
        var children = new ChildId[bytes.Length / IdLength];
        for (var i = 0; i < children.Length; i++)
            children[i] = new ChildId(new Guid(bytes.AsSpan(i * IdLength, IdLength), bigEndian: true));
        return children;
    }
}

internal sealed class ChildrenComparer() : ValueComparer<IReadOnlyList<ChildId>>(
    (left, right) => ReferenceEquals(left, right) || (left != null && right != null && left.SequenceEqual(right)),
    children => children.Aggregate(0, (hash, child) => HashCode.Combine(hash, child)),
    children => children);
