namespace AgencyGraph.Contract.Plans;

/// <summary>The configuration section <c>Plans</c>.</summary>
public sealed class PlanOptions
{
    /// <summary>Whether reads, and writes of one record, are answered by compiled plans; without them the engine answers all, the same to the byte, and slower.</summary>
    public bool AreUsed { get; set; } = true;

    /// <summary>Whether the trusted queries are compiled as soon as the server has started; null for: outside Development.</summary>
    public bool? StartsWarm { get; set; }
}
