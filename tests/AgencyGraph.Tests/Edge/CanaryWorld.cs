using AgencyGraph.Tests.Support.Builders;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;

namespace AgencyGraph.Tests.Edge;

/// <summary>Records of one council, marked in every text, and next to them some that another council may see.</summary>
internal static class CanaryWorld
{
    public const string Mark = "CANARY";
    public const string Owner = "WRL";

    private const string RecordChild = "mutation($input: RecordChildInput!) { recordChild(input: $input) { errors { code path } } }";
    private const string RecordIncident = "mutation($input: IncidentInput!) { recordIncident(input: $input) { errors { code path } } }";

    public static async Task WriteAsync(RunningExchange exchange)
    {
        var force = exchange.As(Role.PoliceSystem, "greater-manchester");
        foreach (var council in new[] { "BUR", Owner })
        {
            var mark = council == Owner ? Mark : "Seen";
            var hub = exchange.As(Role.HubPractitioner, council);
            for (var i = 0; i < 3; i++)
            {
                await SendAsync(hub, RecordChild, new
                {
                    idempotencyKey = Guid.NewGuid(),
                    localReference = council == Owner ? $"HIDDEN-{i}" : $"Seen-{i}",
                    givenName = $"{mark} {i}",
                    surname = $"{mark} Child",
                    bornOn = "2016-02-29",
                    nhsNumber = A.NhsNumber(),
                });
                var incident = Sample.Incident(i + (council == Owner ? 100 : 0), council, isShared: i > 0);
                incident["narrative"] = $"{mark} narrative {i}";
                await SendAsync(force, RecordIncident, incident);
            }
        }
    }

    private static async Task SendAsync(ExchangeCaller caller, string mutation, object input)
    {
        var answer = (await caller.DataAsync(mutation, new { input })).ToJsonString();
        Assert.Contains("\"errors\":[]", answer, StringComparison.Ordinal);
    }
}
