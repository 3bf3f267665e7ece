using AgencyGraph.Agencies;

namespace AgencyGraph.Receipts;

/// <summary>That something was sent.</summary>
public readonly record struct SentRecord(AgencyCode From, DateTime SentAt);
