namespace AgencyGraph.Commands.Watch;

/// <summary>The watch cannot go on, and trying again would not help.</summary>
internal sealed class WatchStoppedException(WatchExit exit, string message) : Exception(message)
{
    public WatchExit Exit => exit;
}
