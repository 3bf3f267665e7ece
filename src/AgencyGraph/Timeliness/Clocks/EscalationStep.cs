namespace AgencyGraph.Timeliness.Clocks;

/// <summary>To whom a clock that is not stopped is escalated, and when.</summary>
/// <param name="After">So many of the clock's unit after its start, and never less than its limit.</param>
public sealed record EscalationStep(string Clock, int After, EscalationLevel Level, ClockStatus Status, string Source, string Note);
