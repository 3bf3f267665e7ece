namespace AgencyGraph.Timeliness.Days;

/// <summary>Which day is the first of a number of working days. That it differs between agencies is why it is said with each figure.</summary>
public enum DayConvention
{
    /// <summary>The day on which it starts is day 0, also where it is no working day; day 1 is the next working day.</summary>
    StartDayIsZero,

    /// <summary>The day on which it starts is day 1, where it is a working day; else the next working day is.</summary>
    StartDayIsOne,
}
