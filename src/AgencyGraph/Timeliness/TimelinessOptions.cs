namespace AgencyGraph.Timeliness;

/// <summary>The configuration section <c>Timeliness</c>: how soon a deadline that is at risk or missed is told.</summary>
public sealed class TimelinessOptions
{
    /// <summary>How often each server looks which deadlines have come to be at risk, or missed.</summary>
    public TimeSpan LookEvery { get; set; } = TimeSpan.FromSeconds(10);

    internal bool AreSane() => LookEvery > TimeSpan.Zero && LookEvery <= TimeSpan.FromHours(1);
}
