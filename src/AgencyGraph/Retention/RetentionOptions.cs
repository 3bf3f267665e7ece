namespace AgencyGraph.Retention;

/// <summary>The configuration section <c>Retention</c>: when a record is put before the agency that answers for it. Nothing is erased by a setting.</summary>
public sealed class RetentionOptions
{
    private const int LongestYears = 150;

    /// <summary>How often each server looks for records that have come to the end of their time.</summary>
    public TimeSpan LookEvery { get; set; } = TimeSpan.FromHours(12);

    /// <summary>How often each server looks for children who were erased and whose key in the ledger is not destroyed yet.</summary>
    public TimeSpan DestroyKeysEvery { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>The controllers' own figures; for whom and what none stands here, the built-in schedule holds.</summary>
    public IList<ControllersPeriod> Schedule { get; } = [];

    internal bool AreSane()
        => LookEvery > TimeSpan.Zero && LookEvery <= TimeSpan.FromDays(30) && DestroyKeysEvery > TimeSpan.Zero && DestroyKeysEvery <= TimeSpan.FromDays(30)
            && Schedule.All(IsSane)
            && Schedule.Select(own => (own.Agency, own.Record)).Distinct().Count() == Schedule.Count;

    private static bool IsSane(ControllersPeriod own)
        => own.Years is >= 0 and <= LongestYears && own.Source.Length is > 0 and <= RetentionReview.SourceMaxLength;
}
