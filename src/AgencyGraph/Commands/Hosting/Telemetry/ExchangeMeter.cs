using System.Diagnostics;
using System.Diagnostics.Metrics;
using AgencyGraph.Contract;
using AgencyGraph.Feed;

namespace AgencyGraph.Commands.Hosting.Telemetry;

/// <summary>What is measured of the exchange as a whole.</summary>
internal sealed class ExchangeMeter : IDisposable
{
    public ExchangeMeter(IMeterFactory meters, PumpPulse pulse)
    {
        var meter = meters.Create(ContractMeter.Name);
        Operations = meter.CreateHistogram<double>("agencygraph.operation.duration", "s", "Operations by kind and outcome, and how long they took.");
        OpenStreams = meter.CreateUpDownCounter<long>("agencygraph.streams.open", "{stream}", "Subscriptions that are open.");
        _ = meter.CreateObservableGauge("agencygraph.feed.lag", () => pulse.Lag.TotalSeconds, "s", "How far delivery is behind what was recorded.");
    }

    public ActivitySource Spans { get; } = new(ContractMeter.Name);

    public Histogram<double> Operations { get; }

    public UpDownCounter<long> OpenStreams { get; }

    public void Dispose() => Spans.Dispose();
}
