using System.ComponentModel;
using AgencyGraph.Agencies;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Timeliness;
using AgencyGraph.Visibility;

namespace AgencyGraph.Contract.Deadlines;

/// <summary>Narrows a list of deadlines; what is given must all hold.</summary>
public sealed record DeadlineFilter
{
    [Description("Only those in these states.")]
    public IReadOnlyList<DeadlineState>? States { get; init; }

    [Description("Only of these clocks, by their codes: `REF_DECISION`, `ICPC`.")]
    public IReadOnlyList<string>? Clocks { get; init; }

    [Description("Only those due before this instant; those without a due date are not among them.")]
    public DateTime? DueBefore { get; init; }

    [Description("Only those on which this agency must act.")]
    public AgencyCode? ToActBy { get; init; }

    [Description("True for those alone that are not stopped, false for those alone that are.")]
    public bool? IsRunning { get; init; }

    internal static IEnumerable<FilterCondition> Conditions(DeadlineFilter filter)
    {
        if (filter.States is { } states)
            yield return FilterCondition.Of<Deadline>(Detail.Deadline, deadline => states.Contains(deadline.State));
        if (filter.Clocks is { } clocks)
            yield return FilterCondition.Of<Deadline>(Detail.Deadline, deadline => clocks.Contains(deadline.ClockCode));
        if (filter.DueBefore is { } instant)
            yield return FilterCondition.Of<Deadline>(Detail.Deadline, deadline => deadline.DueAt < instant);
        if (filter.ToActBy is { } agency)
            yield return FilterCondition.Of<Deadline>(Detail.Deadline, deadline => deadline.ActorCode == agency);
        // Two conditions, and not one that compares: those that run have indexes of their own, among years of those that are stopped.
        if (filter.IsRunning == true)
            yield return FilterCondition.Of<Deadline>(Detail.Deadline, deadline => deadline.StoppedAt == null);
        if (filter.IsRunning == false)
            yield return FilterCondition.Of<Deadline>(Detail.Deadline, deadline => deadline.StoppedAt != null);
    }
}
