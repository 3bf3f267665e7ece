using AgencyGraph.Agencies;

namespace AgencyGraph.Feed;

/// <summary>That an update was written to the connection of an agency's system.</summary>
/// <param name="Subject">Which of the agency's systems.</param>
/// <param name="At">When the connection had taken its last byte.</param>
internal readonly record struct WrittenFrame(AgencyCode Agency, string Subject, long Position, DateTime At);
