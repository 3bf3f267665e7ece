namespace AgencyGraph.Commands.Import;

/// <summary>The import's counts, as they grow; several requests at a time add to them.</summary>
public sealed class ImportTally
{
    private long bytesRead;
    private int lines;
    private int blank;
    private int repeated;
    private int refused;
    private int toSend;
    private int recorded;
    private int corrected;
    private int alreadyThere;
    private int answered;

    public long BytesRead => Volatile.Read(ref bytesRead);

    /// <summary>Lines of the file that are not blank.</summary>
    public int Lines => Volatile.Read(ref lines);

    public int Blank => Volatile.Read(ref blank);

    /// <summary>Lines that repeat an earlier one to the letter: harmless.</summary>
    public int Repeated => Volatile.Read(ref repeated);

    public int Refused => Volatile.Read(ref refused);

    /// <summary>Lines for the exchange to judge; 0 until the file has been read through.</summary>
    public int ToSend => Volatile.Read(ref toSend);

    public int Recorded => Volatile.Read(ref recorded);

    public int Corrected => Volatile.Read(ref corrected);

    /// <summary>Lines that an earlier import had brought in.</summary>
    public int AlreadyThere => Volatile.Read(ref alreadyThere);

    /// <summary>Lines of <see cref="ToSend"/> that are dealt with.</summary>
    public int Answered => Volatile.Read(ref answered);

    internal void Read(ExtractLine line, bool isBlank, bool isRepeat)
    {
        Volatile.Write(ref bytesRead, line.Offset + line.Text.Length);
        _ = Interlocked.Increment(ref isBlank ? ref blank : ref lines);
        if (isRepeat)
            _ = Interlocked.Increment(ref repeated);
    }

    internal void Expect(int count) => Volatile.Write(ref toSend, count);

    internal void Refuse() => Interlocked.Increment(ref refused);

    internal void Answer(ItemOutcome outcome)
    {
        _ = outcome switch
        {
            ItemOutcome.Recorded => Interlocked.Increment(ref recorded),
            ItemOutcome.Corrected => Interlocked.Increment(ref corrected),
            ItemOutcome.Replayed => Interlocked.Increment(ref alreadyThere),
            _ => 0,
        };
        _ = Interlocked.Increment(ref answered);
    }
}
