using System.Collections.Concurrent;
using System.Collections.ObjectModel;
using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;

namespace AgencyGraph.Tests.Commands.Hosting.Telemetry;

/// <summary>All that a server says beside its answers: our own categories to the last detail, the others' from Information, spans and figures.</summary>
internal sealed class Overheard : ILoggerProvider, ISupportExternalScope
{
    private readonly ConcurrentQueue<string> lines = new();
    private readonly Exported<Activity> spans = new();
    private readonly Exported<Metric> figures = new();
    private IExternalScopeProvider scopes = new LoggerExternalScopeProvider();

    public IReadOnlyCollection<string> Lines => lines;

    public IEnumerable<string> Spans => spans.SoFar().Select(span => string.Join(' ',
    [
        span.DisplayName, span.OperationName, span.TraceStateString, span.StatusDescription,
        .. span.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"),
        .. span.Baggage.Select(each => $"{each.Key}={each.Value}"),
        .. span.Events.SelectMany(each => each.Tags.Select(tag => $"{each.Name}:{tag.Key}={tag.Value}")),
    ]));

    public IEnumerable<string> Figures
    {
        get
        {
            foreach (var figure in figures.SoFar())
            {
                foreach (ref readonly var point in figure.GetMetricPoints())
                {
                    var text = figure.Name;
                    foreach (var tag in point.Tags)
                        text += $" {tag.Key}={tag.Value}";
                    yield return text;
                }
            }
        }
    }

    public void ListenTo(WebApplicationBuilder builder)
    {
        _ = builder.Logging.AddProvider(this).SetMinimumLevel(LogLevel.Information)
            .AddFilter(null, LogLevel.Information).AddFilter("Microsoft", LogLevel.Information).AddFilter("AgencyGraph", LogLevel.Trace);
        _ = builder.Services
            .ConfigureOpenTelemetryTracerProvider(traces => traces.AddInMemoryExporter(spans))
            .ConfigureOpenTelemetryMeterProvider(metrics => metrics.AddInMemoryExporter(figures));
    }

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => scopes = scopeProvider;

    public ILogger CreateLogger(string categoryName) => new Ear(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Ear(Overheard all, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => all.scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var line = $"{logLevel} {category} {eventId.Id} {formatter(state, exception)} {exception}";
            if (state is IEnumerable<KeyValuePair<string, object?>> parts)
                line += string.Join(' ', parts.Select(part => $" {part.Key}={part.Value}"));
            all.scopes.ForEachScope((scope, _) => line += $" <{scope}>", 0);
            all.lines.Enqueue(line);
        }
    }
    /// <summary>What exporters put in on threads of their own, while a test reads.</summary>
    private sealed class Exported<T> : Collection<T>
    {
        private readonly Lock adding = new();

        public IReadOnlyList<T> SoFar()
        {
            lock (adding)
                return [.. this];
        }

        protected override void InsertItem(int index, T item)
        {
            lock (adding)
                base.InsertItem(Count, item);
        }
    }
}
