namespace AgencyGraph.Commands.Import;

/// <summary>The first reading of the file: refuses what is broken, counts repeats, and notes where each revision stands.</summary>
internal sealed class ExtractScan(LineParser parser, RejectsFile rejects, ImportTally tally)
{
    private readonly HashSet<UInt128> seen = [];
    private readonly List<IndexedLine> found = [];

    public ExtractIndex Read(Stream extract, CancellationToken cancellationToken)
    {
        var reader = new ExtractReader(extract);
        while (reader.TryRead(out var line))
        {
            cancellationToken.ThrowIfCancellationRequested();
            var isBlank = line.IsBlank;
            var isRepeat = !isBlank && !seen.Add(line.Digest);
            tally.Read(line, isBlank, isRepeat);
            if (!isBlank && !isRepeat)
                Note(line);
        }

        var index = new ExtractIndex(found);
        tally.Expect(index.Waves.Sum(wave => wave.Count));
        return index;
    }

    private void Note(ExtractLine line)
    {
        var parsed = parser.Parse(line);
        if (parsed.Fault is not null)
        {
            rejects.Add(new Refusal(line.Number, parsed.Fault, parsed.Reference));
            tally.Refuse();
        }

        if (parsed.Reference is null)
            return;

        var reference = IndexedLine.DigestOf(parsed.Reference);
        var state = parsed.Fault is null ? LineState.Unsent : LineState.Refused;
        found.Add(new IndexedLine(reference, line.Offset, line.Text.Length, line.Number, parsed.Revision, state));
    }
}
