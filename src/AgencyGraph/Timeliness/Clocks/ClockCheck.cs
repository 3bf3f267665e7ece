using AgencyGraph.Agencies;
using AgencyGraph.Storage;
using AgencyGraph.Timeliness.Days;

namespace AgencyGraph.Timeliness.Clocks;

/// <summary>Stops the start when a clock that is built in cannot be: a deadline counted by it would be wrong, and nobody would know.</summary>
internal static class ClockCheck
{
    public static void Run(IReadOnlyList<Clock> clocks, IReadOnlyList<EscalationStep> steps, AgencyDirectory agencies)
    {
        foreach (var clock in clocks)
            Require(FaultOf(clock, agencies), clock.Key.Value);
        foreach (var same in clocks.GroupBy(clock => clock.Key))
            Require(same.Count() > 1 ? "is there twice" : null, same.Key.Value);
        foreach (var same in clocks.GroupBy(clock => (clock.Code, clock.CouncilCode)))
            Require(AreAtOnce(same) ? "has two editions on one day" : null, same.Key.Code);
        foreach (var same in clocks.GroupBy(clock => clock.Code))
            Require(same.All(clock => clock.CouncilCode is not null) ? "is nobody's but one partnership's" : null, same.Key);
        foreach (var step in steps)
            Require(FaultOf(step, clocks), $"The escalation of {step.Clock} after {step.After}");
    }

    private static string? FaultOf(Clock clock, AgencyDirectory agencies)
        => clock.Limit <= 0 ? "has no limit above zero"
            : clock.AmberPercent is < 1 or > 99 ? "is amber for all of its time, or for none"
            : (clock.Unit == ClockUnit.WorkingDays) != (clock.Convention is not null) ? "counts working days without a convention, or has one and counts something else"
            : (clock.Unit == ClockUnit.HubHours) != (clock.Hours is not null) ? "counts hub hours and has none, or has them and counts something else"
            : clock.Hours is { } hours && HubHours.Parse(hours) is null ? "has hours that are none"
            : clock.CouncilCode is { } council && agencies.Find(council)?.Kind != AgencyKind.Council ? "is of a council that there is not"
            : clock.ValidTo < clock.ValidFrom ? "ends before it begins"
            : clock.Pauses.Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(reason => !EnumNames.TryParse<PauseReason>(reason, out _)) ? "pauses for a reason that there is not"
            : null;

    private static string? FaultOf(EscalationStep step, IReadOnlyList<Clock> clocks)
        => clocks.Where(clock => clock.Code == step.Clock).ToList() is not { Count: > 0 } own ? "is of no clock"
            : own.Exists(clock => clock.Unit is not (ClockUnit.WorkingDays or ClockUnit.Hours)) ? "is of a clock that counts neither working days nor hours"
            : own.Exists(clock => clock.Limit is not { } limit || step.After < limit) ? "comes before the limit"
            : null;

    private static bool AreAtOnce(IEnumerable<Clock> editions)
    {
        var ordered = editions.OrderBy(clock => clock.ValidFrom ?? DateOnly.MinValue).ToList();
        return ordered.Zip(ordered.Skip(1)).Any(pair => !(pair.First.ValidTo < (pair.Second.ValidFrom ?? DateOnly.MinValue)));
    }

    private static void Require(string? fault, string what)
    {
        if (fault is not null)
            throw new InvalidOperationException($"{what} {fault}: see Timeliness/Data.");
    }
}
