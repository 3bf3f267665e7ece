using AgencyGraph.Agencies;

namespace AgencyGraph.Timeliness.Clocks;

/// <summary>Every clock that is built in (see Data/README.md), each checked when the program starts.</summary>
public sealed class ClockCatalogue
{
    private readonly Dictionary<ClockKey, Clock> byKey;
    private readonly ILookup<string, Clock> byCode;
    private readonly ILookup<string, EscalationStep> steps;

    public ClockCatalogue(AgencyDirectory agencies)
    {
        All = [.. CsvTable.Read("clocks.csv", "Timeliness").Select(ClockFile.Clock)];
        Steps = [.. CsvTable.Read("escalation.csv", "Timeliness").Select(ClockFile.Step)];
        ClockCheck.Run(All, Steps, agencies);
        byKey = All.ToDictionary(clock => clock.Key);
        byCode = All.ToLookup(clock => clock.Code);
        steps = Steps.OrderBy(step => step.After).ToLookup(step => step.Clock);
    }

    public IReadOnlyList<Clock> All { get; }

    public IReadOnlyList<EscalationStep> Steps { get; }

    public Clock this[ClockKey key] => byKey[key];

    /// <summary>In the order in which they come.</summary>
    public IEnumerable<EscalationStep> StepsOf(string code) => steps[code];

    /// <summary>The edition of a clock that holds on a day: the partnership's own, else everybody's.</summary>
    /// <returns>Null where none holds on that day.</returns>
    /// <exception cref="ArgumentException">There is no such clock.</exception>
    public Clock? Find(string code, AgencyCode? council, DateOnly day)
    {
        if (!byCode.Contains(code))
            throw new ArgumentException($"There is no clock {code}.", nameof(code));
        var holding = byCode[code].Where(clock => clock.HoldsOn(day)).ToList();
        return (council is { } own ? holding.Find(clock => clock.CouncilCode == own) : null) ?? holding.Find(clock => clock.CouncilCode is null);
    }
}
