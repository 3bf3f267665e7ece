namespace AgencyGraph.Contract.Disclosure;

/// <summary>
/// The configuration section <c>ObjectBudget</c>: how many different records one reader may be shown in an hour. Counted are children, and incidents,
/// referrals and agencies' records that are read other than by their child; what was shown within the hour may be read again without counting twice.
/// Each server counts for itself.
/// </summary>
public sealed class ObjectBudgetOptions
{
    /// <summary>How many a person may be shown in an hour; 0 for any number.</summary>
    public int PersonRecordsAnHour { get; set; } = 500;

    /// <summary>How many an agency's record system may be shown in an hour; 0 for any number.</summary>
    public int SystemRecordsAnHour { get; set; } = 100_000;

    /// <summary>How many updates a person may be sent in an hour, over all their streams together; 0 for any number. A record system is sent any number.</summary>
    public int PersonUpdatesAnHour { get; set; } = 10_000;

    internal bool AreSane() => PersonUpdatesAnHour >= 0 && PersonRecordsAnHour >= 0 && SystemRecordsAnHour >= 0;
}
