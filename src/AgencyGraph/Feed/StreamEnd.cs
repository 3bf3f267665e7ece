namespace AgencyGraph.Feed;

/// <summary>Why the feed itself ends a stream that its reader wanted to keep. The last cursor says where it came to.</summary>
public enum StreamEnd
{
    /// <summary>What comes next is kept no longer: the stream was further behind than the feed reaches back.</summary>
    CursorExpired,

    /// <summary>Its reader has been sent as many updates as it may be.</summary>
    AllowanceSpent,

    /// <summary>The database has not answered for so long that waiting for it is of no use.</summary>
    DatabaseSilent,

    /// <summary>For so long its updates cannot be recorded as disclosed, and so may not be.</summary>
    LedgerSilent,
}
