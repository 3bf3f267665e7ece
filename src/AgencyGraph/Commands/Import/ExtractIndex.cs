using System.Runtime.InteropServices;

namespace AgencyGraph.Commands.Import;

/// <summary>
/// The revisions of the file, by reference and then by revision, and the waves in which they are sent: a wave holds at most one line of a
/// reference, so that what comes later (a correction, a second body) is sent when all that comes before it is answered.
/// </summary>
internal sealed class ExtractIndex
{
    private readonly List<IndexedLine> lines;
    private readonly List<ArraySegment<int>> waves = [];

    /// <param name="found">The index's own from now on.</param>
    public ExtractIndex(List<IndexedLine> found)
    {
        lines = found;
        lines.Sort();
        MakeWaves();
    }

    /// <summary>The places, in the order of the file, of the lines to send together.</summary>
    public IReadOnlyList<ArraySegment<int>> Waves => waves;

    public ref IndexedLine this[int place] => ref CollectionsMarshal.AsSpan(lines)[place];

    /// <summary>The line of the same reference and revision that is already in the graph; null where there is none.</summary>
    public int? FindStanding(int place)
    {
        for (var before = place - 1; before >= 0 && IsSameRevision(before, place); before--)
        {
            if (lines[before].State == LineState.In)
                return before;
        }

        return null;
    }

    /// <summary>The line of the reference's first revision, if the file has one and it was refused.</summary>
    public int? FindRefusedOriginal(int place)
    {
        int? original = null;
        for (var before = place - 1; before >= 0 && lines[before].Reference == lines[place].Reference; before--)
        {
            if (lines[before].Revision == 1 && lines[before].State == LineState.Refused)
                original = before;
        }

        return original;
    }

    private bool IsSameRevision(int left, int right)
        => lines[left].Reference == lines[right].Reference && lines[left].Revision == lines[right].Revision;

    private void MakeWaves()
    {
        var ranks = new int[lines.Count];
        var places = new List<int>(lines.Count);
        for (int place = 0, rank = 0; place < lines.Count; place++)
        {
            if (place > 0 && lines[place].Reference != lines[place - 1].Reference)
                rank = 0;
            if (lines[place].State != LineState.Unsent)
                continue;

            ranks[place] = rank++;
            places.Add(place);
        }

        var order = places.ToArray();
        Array.Sort(order, (left, right) => ranks[left] == ranks[right]
            ? lines[left].Line.CompareTo(lines[right].Line)
            : ranks[left].CompareTo(ranks[right]));

        for (int start = 0, next; start < order.Length; start = next)
        {
            next = start;
            while (next < order.Length && ranks[order[next]] == ranks[order[start]])
                next++;
            waves.Add(new ArraySegment<int>(order, start, next - start));
        }
    }
}
