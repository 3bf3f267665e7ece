using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;

namespace AgencyGraph.Tests.Pages.Explorer;

/// <summary>The explorer in a real browser, on the whole exchange.</summary>
public sealed class ExplorerInABrowserTests
{
    [SkippableFact]
    public async Task Whoever_opens_the_explorer_asks_and_listens_as_the_role_that_they_pick()
    {
        var browser = Chromium.Find();
        if (!File.Exists(Path.Combine(AppContext.BaseDirectory, "pages", "explorer", "index.html")))
            CannotRun.Because("The web pages were not built: the build's output says why.");
        await using var exchange = await RunningExchange.StartAsync(DatabaseKind.Sqlite);
        await NpmClients.PassAsync(
            "explorer.mjs",
            ("EXCHANGE_URL", exchange.Address.ToString()),
            ("CHROMIUM", browser),
            ("FORCE_TOKEN", exchange.As(Role.PoliceSystem, "greater-manchester").Token));
    }
}
