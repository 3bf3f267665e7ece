namespace AgencyGraph.Commands.Watch;

/// <summary>How updates are printed.</summary>
internal enum WatchFormat
{
    /// <summary>A line for people.</summary>
    Text,

    /// <summary>A line of JSON: the update as the exchange sent it.</summary>
    Ndjson,
}
