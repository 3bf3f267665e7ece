namespace AgencyGraph.Commands.Watch;

/// <summary>The exchange is not there, or cannot go on with this connection: the next one may succeed.</summary>
/// <param name="wait">How long the exchange asked to be left alone; null where it did not say.</param>
internal sealed class ConnectionLostException(string message, TimeSpan? wait = null, Exception? inner = null) : Exception(message, inner)
{
    public TimeSpan? Wait => wait;
}
