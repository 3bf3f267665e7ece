using System.Diagnostics;

namespace AgencyGraph.Commands.Hosting.Telemetry;

/// <summary>Of what a client says of its own trace only the numbers are taken: its state and its baggage may hold anything.</summary>
internal sealed class TraceParentOnly : DistributedContextPropagator
{
    private readonly DistributedContextPropagator whole = CreateDefaultPropagator();

    public override IReadOnlyCollection<string> Fields => whole.Fields;

    public override void Inject(Activity? activity, object? carrier, PropagatorSetterCallback? setter) => whole.Inject(activity, carrier, setter);

    public override void ExtractTraceIdAndState(object? carrier, PropagatorGetterCallback? getter, out string? traceId, out string? traceState)
    {
        whole.ExtractTraceIdAndState(carrier, getter, out traceId, out _);
        traceId = ActivityContext.TryParse(traceId, null, out _) ? traceId : null;
        traceState = null;
    }

    public override IEnumerable<KeyValuePair<string, string?>>? ExtractBaggage(object? carrier, PropagatorGetterCallback? getter) => null;
}
