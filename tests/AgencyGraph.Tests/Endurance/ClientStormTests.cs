using System.Globalization;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;
using Xunit.Abstractions;

namespace AgencyGraph.Tests.Endurance;

[BeginsEarly]
public sealed class ClientStormTests(ITestOutputHelper output)
{
    [SkippableTheory, EveryDatabase]
    public async Task The_clients_that_partners_use_receive_what_was_written_however_often_they_are_cut_off(DatabaseKind kind)
    {
        var (events, cuts, seed) = (FaultSize.Of(2_000, 20_000), FaultSize.Of(100, 1_000), FaultSize.Seed());
        output.WriteLine($"{cuts} cuts in {events} events, AGENCYGRAPH_FAULT_SEED={seed}");
        // Each cut leaves much behind that was sent: more than a person may be sent in an hour.
        await using var exchange = await RunningExchange.StartAsync(kind, settings: ["--ObjectBudget:PersonUpdatesAnHour=0"]);
        await NpmClients.PassAsync(
            "storm.mjs",
            ("EXCHANGE_URL", exchange.Address.ToString()),
            ("HUB_TOKEN", exchange.As(Role.HubPractitioner, "BUR").Token),
            ("FORCE_TOKEN", exchange.As(Role.PoliceSystem, Sample.Force).Token),
            ("EVENTS", Text(events)), ("CUTS", Text(cuts)), ("SEED", Text(seed)));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
