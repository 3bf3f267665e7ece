using AgencyGraph.Agencies;
using AgencyGraph.Children;

namespace AgencyGraph.Missing;

/// <summary>A report that has been accepted, of a new episode or a correction of one, and is to be written.</summary>
/// <param name="Episode">The episode that it corrects, tracked with its record; null for a new one.</param>
/// <param name="Reason">Why it is corrected; null for a new one.</param>
internal sealed record Filing(
    int Position, MissingEpisode? Episode, ForceReference Reference, ReportedEpisode Content, IngestMode Mode, string? Reason);
