namespace AgencyGraph.Contract;

/// <summary>The answer to a subscription: an open stream, or errors.</summary>
public abstract record StreamAnswer
{
    private StreamAnswer()
    {
    }

    /// <summary>The subscription was not opened.</summary>
    /// <param name="Errors">UTF-8 JSON: an array of GraphQL errors, at least one.</param>
    public sealed record Refused(ReadOnlyMemory<byte> Errors) : StreamAnswer;

    /// <summary>The subscription is open.</summary>
    /// <param name="Results">
    /// One execution result an event. The transport asks for the next only when there is room to send it,
    /// enumerates once, and keeps a result's bytes without copying: they must not change after they were yielded, and may be shared
    /// between streams. A stream that must end before its time throws <see cref="StreamEndedException"/>.
    /// </param>
    public sealed record Opened(IAsyncEnumerable<StreamResult> Results) : StreamAnswer;
}
