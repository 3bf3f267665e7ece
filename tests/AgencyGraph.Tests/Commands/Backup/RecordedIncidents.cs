using System.Globalization;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;

namespace AgencyGraph.Tests.Commands.Backup;

/// <summary>Bury's incidents by their numbers: recorded, and listed again.</summary>
internal static class RecordedIncidents
{
    public static async Task RecordIncidentsAsync(this RunningExchange exchange, params int[] numbers)
    {
        foreach (var number in numbers)
            _ = await exchange.As(Role.PoliceSystem, Sample.Force).RunAsync("recordIncident", "IncidentInput", Sample.Incident(number, "BUR"), "outcome");
    }

    public static async Task<IEnumerable<int>> ListIncidentsAsync(this ExchangeCaller caller)
        => (await caller.DataAsync("{ incidents(first: 100) { nodes { reference } } }"))["incidents"]!["nodes"]!.AsArray()
            .Select(node => int.Parse(node!["reference"]!.GetValue<string>().Split('/')[^1], CultureInfo.InvariantCulture)).Order();
}
