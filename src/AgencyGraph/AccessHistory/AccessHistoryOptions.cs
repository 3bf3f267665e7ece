namespace AgencyGraph.AccessHistory;

/// <summary>
/// The configuration section <c>AccessHistory</c>: how soon what the ledger holds is in the history of accesses, and what in somebody's reading is
/// unusual. No statute or guidance names limits: these are the exchange's own, for each partnership to set.
/// </summary>
public sealed class AccessHistoryOptions
{
    /// <summary>How often each server looks for what the ledger has that is not in the history yet.</summary>
    public TimeSpan LookEvery { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>An alert is raised when a person has looked at more different children than this on one day; 0 for never. What is pushed to a screen does not count.</summary>
    public int UsualChildrenADay { get; set; } = 200;

    /// <summary>The hour in England, 0 to 23, at which the usual hours begin.</summary>
    public int UsualFromHour { get; set; } = 6;

    /// <summary>The hour in England, 1 to 24, at which the usual hours end.</summary>
    public int UsualToHour { get; set; } = 22;

    /// <summary>An alert is raised when a person has looked at more different children than this outside the usual hours of one day; 0 for never.</summary>
    public int UsualChildrenOutOfHours { get; set; } = 20;

    internal bool AreSane() => LookEvery > TimeSpan.Zero && UsualChildrenADay >= 0 && UsualChildrenOutOfHours >= 0
        && UsualFromHour is >= 0 and < 24 && UsualToHour <= 24 && UsualFromHour < UsualToHour;
}
