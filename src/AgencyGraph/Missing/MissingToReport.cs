using AgencyGraph.Children;

namespace AgencyGraph.Missing;

/// <summary>A missing child to be reported, and how the report comes in.</summary>
public sealed record MissingToReport(ReportMissingInput Episode, IngestMode Mode);
