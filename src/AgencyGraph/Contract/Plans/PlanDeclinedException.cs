namespace AgencyGraph.Contract.Plans;

/// <summary>Something that plans do not do; the engine does it.</summary>
internal sealed class PlanDeclinedException(string what) : Exception(what);
