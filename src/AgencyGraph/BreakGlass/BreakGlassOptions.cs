namespace AgencyGraph.BreakGlass;

/// <summary>The configuration section <c>BreakGlass</c>: for how long a child is opened in an emergency, and by when that is reviewed.</summary>
public sealed class BreakGlassOptions
{
    /// <summary>Nothing opens a child for longer.</summary>
    public static readonly TimeSpan LongestOpen = TimeSpan.FromHours(4);

    /// <summary>For how long a child is opened: more than nothing, and at most 4 hours.</summary>
    public TimeSpan OpenFor { get; set; } = LongestOpen;

    /// <summary>By when the council that answers for the child reviews it. After that the role of whoever opened the child is suspended until it has.</summary>
    public TimeSpan ReviewWithin { get; set; } = TimeSpan.FromDays(3);

    /// <summary>How often each server looks for reviews that are overdue.</summary>
    public TimeSpan LookEvery { get; set; } = TimeSpan.FromMinutes(1);

    internal bool AreSane() => OpenFor > TimeSpan.Zero && OpenFor <= LongestOpen && ReviewWithin > TimeSpan.Zero && LookEvery > TimeSpan.Zero;
}
