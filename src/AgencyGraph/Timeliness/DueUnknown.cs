namespace AgencyGraph.Timeliness;

/// <summary>Why no due date is promised.</summary>
public enum DueUnknown
{
    /// <summary>It lies beyond the days of which is known whether they are bank holidays. It is worked out once they are published and built in.</summary>
    BankHolidaysUnknown,

    /// <summary>It depends on when the school is open, which the exchange does not know.</summary>
    SchoolDaysUnknown,

    /// <summary>No figure is set for this clock: there is none nationally, and the partnership has set none.</summary>
    NoLimit,
}
