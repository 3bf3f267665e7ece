namespace AgencyGraph.Tests.Support;

/// <summary>The tests of the class take long: they begin before the others, or at the end a single one would keep the run waiting.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class BeginsEarlyAttribute : Attribute;
