using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;

namespace AgencyGraph.Tests.Door;

/// <summary>The npm clients that partners use, against the whole exchange.</summary>
public sealed class NpmClientOfTheExchangeTests
{
    [SkippableTheory, EveryDatabase]
    public Task A_hub_on_a_socket_hears_what_a_force_records_and_misses_nothing(DatabaseKind kind) => PassAsync(kind, "updates.mjs");

    [SkippableTheory, EveryDatabase]
    public Task A_hub_on_a_stream_of_events_hears_what_a_force_records_and_misses_nothing(DatabaseKind kind) => PassAsync(kind, "stream.mjs");

    [SkippableTheory]
    [InlineData("audit.mjs")]
    [InlineData("urql.mjs")]
    [InlineData("apollo.mjs")]
    [InlineData("relay.mjs")]
    public Task What_partners_build_with_is_served(string script) => PassAsync(DatabaseKind.Sqlite, script);

    private static async Task PassAsync(DatabaseKind kind, string script)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        await NpmClients.PassAsync(
            script,
            ("EXCHANGE_URL", exchange.Address.ToString()),
            ("HUB_TOKEN", exchange.As(Role.HubPractitioner, "BUR").Token),
            ("FORCE_TOKEN", exchange.As(Role.PoliceSystem, "greater-manchester").Token));
    }
}
