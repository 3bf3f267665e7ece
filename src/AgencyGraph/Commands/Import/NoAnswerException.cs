namespace AgencyGraph.Commands.Import;

/// <summary>The exchange did not answer this time, and may the next.</summary>
/// <param name="wait">How long the exchange asked to be left alone; null where it did not say.</param>
internal sealed class NoAnswerException(string message, TimeSpan? wait = null, Exception? inner = null) : Exception(message, inner)
{
    public TimeSpan? Wait => wait;
}
