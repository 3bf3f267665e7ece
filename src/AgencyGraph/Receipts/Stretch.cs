namespace AgencyGraph.Receipts;

/// <summary>A part of the feed: what comes after one position, up to another.</summary>
internal readonly record struct Stretch(long After, long UpTo)
{
    /// <summary>What of it lies outside the other.</summary>
    public IEnumerable<Stretch> Without(Stretch other)
    {
        if (!Touches(other))
        {
            if (After < UpTo)
                yield return this;
            yield break;
        }

        if (After < other.After)
            yield return this with { UpTo = other.After };
        if (UpTo > other.UpTo)
            yield return this with { After = other.UpTo };
    }

    /// <summary>Both, where nothing lies between them; else this one, as the later.</summary>
    public Stretch Following(Stretch other)
        => Touches(other) ? new Stretch(Math.Min(After, other.After), Math.Max(UpTo, other.UpTo)) : this;

    private bool Touches(Stretch other) => After <= other.UpTo && other.After <= UpTo;
}
