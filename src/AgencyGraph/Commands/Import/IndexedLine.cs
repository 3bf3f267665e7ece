using System.Text;

namespace AgencyGraph.Commands.Import;

/// <summary>Where a revision stands in the file. Kept for each line of a file of any size, so it holds no text.</summary>
/// <param name="Reference">A digest of the force's reference.</param>
internal record struct IndexedLine(UInt128 Reference, long Offset, int Length, int Line, int Revision, LineState State)
    : IComparable<IndexedLine>
{
    public static UInt128 DigestOf(string reference) => ExtractReader.DigestOf(Encoding.UTF8.GetBytes(reference));

    public readonly int CompareTo(IndexedLine other)
    {
        var order = Reference.CompareTo(other.Reference);
        order = order == 0 ? Revision.CompareTo(other.Revision) : order;
        return order == 0 ? Line.CompareTo(other.Line) : order;
    }
}
