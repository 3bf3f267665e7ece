using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace AgencyGraph.Tests.Feed;

/// <summary>Keeps the numbers of the events that were logged.</summary>
internal sealed class LogKeeper : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<int> events = new();

    public IReadOnlyCollection<int> Events => events;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        => events.Enqueue(eventId.Id);

    public void Dispose()
    {
    }
}
