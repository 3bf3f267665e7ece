using System.Collections.Frozen;
using System.Globalization;

namespace AgencyGraph.Contract.Writes.Checks;

/// <summary>The Unicode tables behind <see cref="Nfc"/>, read once from the embedded data.</summary>
internal static class CompositionData
{
    private static readonly Dictionary<int, byte> Classes = [];
    private static readonly Dictionary<int, int[]> Parts = [];
    private static readonly Dictionary<(int First, int Second), int> Wholes = [];

    static CompositionData()
    {
        using var stream = typeof(CompositionData).Assembly.GetManifestResourceStream("AgencyGraph.Contract.Writes.Checks.Data.composition.txt")
            ?? throw new InvalidOperationException("The composition data is not embedded.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            Read(line);

        var composites = Wholes.Values.ToHashSet();
        MayChange = Classes.Keys.Concat(Wholes.Keys.Select(pair => pair.Second))
            .Concat(Parts.Keys.Where(point => !composites.Contains(point)))
            .ToFrozenSet();
    }

    public static IReadOnlyDictionary<int, int[]> Decompositions => Parts;

    public static IReadOnlyDictionary<(int First, int Second), int> Compositions => Wholes;

    /// <summary>Code points whose presence means that a text may not be composed yet.</summary>
    public static FrozenSet<int> MayChange { get; }

    public static int ClassOf(int point) => Classes.GetValueOrDefault(point);

    private static void Read(string line)
    {
        if (line.StartsWith('#'))
            return;

        if (line.IndexOfAny(['=', '!']) is >= 0 and var sign)
        {
            var whole = Hex(line[..sign]);
            var parts = line[(sign + 1)..].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Hex).ToArray();
            Parts.Add(whole, parts);
            if (line[sign] == '=')
                Wholes.Add((parts[0], parts[1]), whole);
        }
        else if (line.Split('-', ':') is [var first, var last, var mark])
        {
            for (var point = Hex(first); point <= Hex(last); point++)
                Classes.Add(point, byte.Parse(mark, CultureInfo.InvariantCulture));
        }
    }

    private static int Hex(string text) => int.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
