using AgencyGraph.Children;

namespace AgencyGraph.Retention;

/// <summary>A record whose time has come to an end.</summary>
internal sealed record DueRecord(KeptRecord Record, RetentionPeriod Period, DateTime DueAt);
