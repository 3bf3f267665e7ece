namespace AgencyGraph.Receipts;

/// <summary>The configuration section <c>Receipts</c>: by when a council's system acknowledges what was sent to it.</summary>
public sealed class ReceiptOptions
{
    /// <summary>
    /// How long a delivery may wait for its acknowledgement before both sides are told. No statute or guidance names a limit: an hour is the
    /// exchange's own.
    /// </summary>
    public TimeSpan AcknowledgeWithin { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How often each server looks for what is overdue.</summary>
    public TimeSpan LookEvery { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// How many days longer than <c>Feed:RetentionDays</c> the feed is kept for a delivery that is not acknowledged. Then the delivery is marked as
    /// no longer in the feed, both sides are told, and it is announced anew once a receiver is named or acknowledges again.
    /// </summary>
    public int HoldDays { get; set; } = 90;

    internal bool AreSane() => AcknowledgeWithin > TimeSpan.Zero && LookEvery > TimeSpan.Zero && HoldDays is >= 0 and <= 36_500;
}
