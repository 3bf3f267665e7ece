namespace AgencyGraph.Feed;

/// <summary>The configuration section <c>Feed</c>: for how long it can be resumed, and how often a stream is told how far it has come.</summary>
public sealed class FeedOptions
{
    /// <summary>
    /// How many days an entry is kept, from its commit; a cursor from before the oldest one is <c>CURSOR_EXPIRED</c>. What a delivery still waits for is
    /// kept longer: until it is acknowledged, or for <c>Receipts:HoldDays</c> more.
    /// </summary>
    public int RetentionDays { get; set; } = 90;

    /// <summary>How often each server looks for what is to be kept no longer.</summary>
    public TimeSpan PurgeEvery { get; set; } = TimeSpan.FromHours(1);

    /// <summary>
    /// After how long without a frame a stream is sent a <c>StreamBookmark</c>, to the second, whether or not anything happened that it was not to be told
    /// of.
    /// </summary>
    public TimeSpan BookmarkEvery { get; set; } = TimeSpan.FromSeconds(10);

    internal bool AreSane() => BookmarkEvery > TimeSpan.Zero && RetentionDays is > 0 and <= 36_500 && PurgeEvery > TimeSpan.Zero && PurgeEvery <= TimeSpan.FromDays(30);
}
