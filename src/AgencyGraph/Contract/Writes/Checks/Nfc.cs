using System.Text;

namespace AgencyGraph.Contract.Writes.Checks;

/// <summary>
/// Unicode's composed form (UAX #15, NFC), so that <c>Siân</c> is one name however it was typed. With invariant globalisation the
/// framework's own <see cref="string.Normalize()"/> returns its input unchanged, hence this.
/// </summary>
public static class Nfc
{
    private const int FirstCombining = 0x300;

    // Hangul syllables are composed by arithmetic: The Unicode Standard, 3.12.
    private const int SBase = 0xAC00, LBase = 0x1100, VBase = 0x1161, TBase = 0x11A7, LCount = 19, VCount = 21, TCount = 28;

    /// <param name="text">Well-formed UTF-16: no unpaired surrogates.</param>
    public static string Compose(string text)
    {
        if (!text.EnumerateRunes().Any(NeedsCheck))
            return text;

        var points = new List<int>(text.Length);
        foreach (var rune in text.EnumerateRunes())
            Decompose(rune.Value, points);
        Reorder(points);
        return Recompose(points);
    }

    private static bool NeedsCheck(Rune rune)
        => rune.Value >= FirstCombining && (CompositionData.MayChange.Contains(rune.Value) || rune.Value is >= LBase and < 0x1200);

    private static void Decompose(int point, List<int> points)
    {
        if (point is >= SBase and < SBase + (LCount * VCount * TCount))
        {
            var index = point - SBase;
            points.AddRange([LBase + (index / (VCount * TCount)), VBase + (index % (VCount * TCount) / TCount)]);
            if (index % TCount > 0)
                points.Add(TBase + (index % TCount));
        }
        else if (CompositionData.Decompositions.TryGetValue(point, out var parts))
        {
            foreach (var part in parts)
                Decompose(part, points);
        }
        else
        {
            points.Add(point);
        }
    }

    /// <summary>Runs of combining marks go in the order of their classes; those of one class keep theirs.</summary>
    private static void Reorder(List<int> points)
    {
        for (var i = 1; i < points.Count; i++)
        {
            var mark = CompositionData.ClassOf(points[i]);
            for (var j = i; mark > 0 && j > 0 && CompositionData.ClassOf(points[j - 1]) > mark; j--)
                (points[j - 1], points[j]) = (points[j], points[j - 1]);
        }
    }

    private static string Recompose(List<int> points)
    {
        var composed = new List<int>(points.Count);
        int starter = -1, lastClass = 0;
        foreach (var point in points)
        {
            var mark = CompositionData.ClassOf(point);
            var isBlocked = composed.Count - 1 != starter && lastClass >= mark;
            if (starter >= 0 && !isBlocked && Pair(composed[starter], point) is { } whole)
            {
                composed[starter] = whole;
                continue;
            }

            composed.Add(point);
            lastClass = mark;
            if (mark == 0)
                starter = composed.Count - 1;
        }

        return string.Concat(composed.Select(char.ConvertFromUtf32));
    }

    private static int? Pair(int first, int second)
    {
        if (first is >= LBase and < LBase + LCount && second is >= VBase and < VBase + VCount)
            return SBase + ((((first - LBase) * VCount) + second - VBase) * TCount);
        if (first is >= SBase and < SBase + (LCount * VCount * TCount) && (first - SBase) % TCount == 0 && second is > TBase and < TBase + TCount)
            return first + second - TBase;
        return CompositionData.Compositions.TryGetValue((first, second), out var whole) ? whole : null;
    }
}
