using System.Collections.Frozen;
using System.Diagnostics;
using OpenTelemetry;

namespace AgencyGraph.Commands.Hosting.Telemetry;

/// <summary>Takes from a span all that is not known to be plain: addresses, headers and statements may hold what is known of a child.</summary>
internal sealed class PlainTags : BaseProcessor<Activity>
{
    private static readonly FrozenSet<string> Plain = new[]
    {
        MeasuredGraph.Kind, MeasuredGraph.Outcome, "http.request.method", "http.response.status_code", "http.route", "url.scheme",
        "network.protocol.version", "error.type", "db.system", "db.system.name", "db.response.status_code", "otel.status_code",
    }.ToFrozenSet(StringComparer.Ordinal);

    public override void OnEnd(Activity data)
    {
        foreach (var tag in data.TagObjects.Where(tag => !Plain.Contains(tag.Key)).ToArray())
            _ = data.SetTag(tag.Key, null);
        data.TraceStateString = null;
    }
}
