namespace AgencyGraph.Visibility;

/// <summary>That somebody may be shown something, and until when that holds.</summary>
/// <param name="PolicyEpoch">The policy epoch under which it was decided, or a lower one.</param>
/// <param name="IsOverruled">Whether what was decided under an epoch must be decided again; null where nothing overrules it.</param>
public readonly record struct Decision(long PolicyEpoch, Func<long, bool>? IsOverruled)
{
    public bool Holds => IsOverruled is null || !IsOverruled(PolicyEpoch);
}
