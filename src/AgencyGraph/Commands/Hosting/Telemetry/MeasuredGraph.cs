using System.Diagnostics;
using System.Runtime.CompilerServices;
using AgencyGraph.Contract;

namespace AgencyGraph.Commands.Hosting.Telemetry;

/// <summary>The graph, with a span and a measure for each operation. It is there only while somebody measures.</summary>
internal sealed class MeasuredGraph(IGraphService graph, ExchangeMeter meter, TimeProvider clock) : IGraphService
{
    public const string Kind = "agencygraph.operation.kind";

    public const string Outcome = "agencygraph.operation.outcome";

    public RequestKind KindOf(GraphRequest request) => graph.KindOf(request);

    public async Task<GraphAnswer> ExecuteAsync(GraphRequest request, Session session, CancellationToken cancellationToken)
    {
        using var measure = new Measure(meter, clock, graph.KindOf(request));
        var answer = await graph.ExecuteAsync(request, session, cancellationToken);
        measure.Outcome = answer.StatusCode switch
        {
            < 300 => "answered",
            < 500 => "refused",
            _ => "failed",
        };
        return answer;
    }

    public async Task<StreamAnswer> SubscribeAsync(GraphRequest request, Session session, CancellationToken cancellationToken)
    {
        using var measure = new Measure(meter, clock, RequestKind.Subscription);
        var answer = await graph.SubscribeAsync(request, session, cancellationToken);
        measure.Outcome = answer is StreamAnswer.Opened ? "answered" : "refused";
        return answer is StreamAnswer.Opened opened ? opened with { Results = CountAsync(opened.Results, cancellationToken) } : answer;
    }

    private async IAsyncEnumerable<StreamResult> CountAsync(
        IAsyncEnumerable<StreamResult> results, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        meter.OpenStreams.Add(1);
        try
        {
            await foreach (var result in results.WithCancellation(cancellationToken))
                yield return result;
        }
        finally
        {
            meter.OpenStreams.Add(-1);
        }
    }

    /// <summary>One operation; what throws has failed.</summary>
    private sealed class Measure : IDisposable
    {
        private readonly ExchangeMeter meter;
        private readonly TimeProvider clock;
        private readonly string kind;
        private readonly long begun;
        private readonly Activity? span;

        public Measure(ExchangeMeter meter, TimeProvider clock, RequestKind kind)
        {
            (this.meter, this.clock, this.kind) = (meter, clock, kind.ToString().ToLowerInvariant());
            begun = clock.GetTimestamp();
            span = meter.Spans.StartActivity($"graphql {this.kind}");
        }

        public string Outcome { get; set; } = "failed";

        public void Dispose()
        {
            _ = span?.SetTag(Kind, kind).SetTag(MeasuredGraph.Outcome, Outcome);
            span?.Dispose();
            meter.Operations.Record(
                clock.GetElapsedTime(begun).TotalSeconds, new KeyValuePair<string, object?>(Kind, kind), new(MeasuredGraph.Outcome, Outcome));
        }
    }
}
