namespace AgencyGraph.Timeliness.Clocks;

/// <summary>In what a clock's limit is counted.</summary>
public enum ClockUnit
{
    /// <summary>Monday to Friday but for the bank holidays of England and Wales; until the end of the last of them, in England.</summary>
    WorkingDays,

    /// <summary>Hours in which the hub works.</summary>
    HubHours,

    /// <summary>Hours as they pass, also where summer time begins or ends.</summary>
    Hours,

    /// <summary>Days as they pass; until the end of the last of them, in England.</summary>
    CalendarDays,

    /// <summary>Until the end of the same day of a later month, in England, or of that month's last where it has no such day.</summary>
    Months,

    /// <summary>Before the start of a day on which the school is open. The exchange has no calendar of schools yet: nothing is promised.</summary>
    SchoolDays,
}
