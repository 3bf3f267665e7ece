using System.Diagnostics.Metrics;

namespace AgencyGraph.Contract;

/// <summary>What is counted inside the graph. No figure holds a document, a variable, an id or a name.</summary>
internal sealed class ContractMeter
{
    /// <summary>The name of everything that the exchange measures itself.</summary>
    public const string Name = "AgencyGraph";

    private static readonly KeyValuePair<string, object?> Hit = new("hit", true);
    private static readonly KeyValuePair<string, object?> Miss = new("hit", false);

    private readonly Histogram<int> groups;
    private readonly Counter<long> plans;
    private readonly Counter<long> limited;

    public ContractMeter(IMeterFactory meters)
    {
        var meter = meters.Create(Name);
        groups = meter.CreateHistogram<int>("agencygraph.writes.group", "{request}", "Write requests that shared one commit.");
        plans = meter.CreateCounter<long>("agencygraph.plans", "{request}", "Queries and mutations that a compiled plan answered, and those that the engine did.");
        limited = meter.CreateCounter<long>("agencygraph.budget.refused", "{answer}", "Answers that were refused because their reader had been shown enough within the hour.");
    }

    public void Committed(int requests) => groups.Record(requests);

    public void Planned(bool isHit) => plans.Add(1, isHit ? Hit : Miss);

    public void Limited() => limited.Add(1);
}
