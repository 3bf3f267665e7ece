using System.Security.Cryptography;

namespace AgencyGraph.Feed;

/// <summary>The one row that orders the feed: who holds it appends next.</summary>
public sealed class FeedHead
{
    internal const int OnlyId = 1;
    internal const int CursorKeyLength = 32;

    public required int Id { get; init; }

    /// <summary>The position of the newest entry; 0 while there is none.</summary>
    public required long Head { get; init; }

    /// <summary>Entries up to this position are kept no longer; 0 while all are.</summary>
    public required long PurgedUpTo { get; init; }

    /// <summary>Random, one for each history: a cursor of another epoch points into a history that is no more.</summary>
    public required long Epoch { get; init; }

    /// <summary>Seals cursors, for every node of the exchange.</summary>
    public required byte[] CursorKey { get; init; }

    /// <summary>
    /// Rises in the transaction in which somebody ceases to see something or to be let in. What was decided under a lower one, and has not been
    /// sent, is decided again.
    /// </summary>
    public long PolicyEpoch { get; init; }

    internal static FeedHead First() => new()
    {
        Id = OnlyId,
        Head = 0,
        PurgedUpTo = 0,
        Epoch = BitConverter.ToInt64(RandomNumberGenerator.GetBytes(sizeof(long))),
        CursorKey = RandomNumberGenerator.GetBytes(CursorKeyLength),
    };
}
