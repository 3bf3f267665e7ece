using AgencyGraph.Commands;
using AgencyGraph.Contract.Engine.Planning;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyGraph.Tests.Contract.Plans;

#pragma warning disable CA1001 // The runner calls DisposeAsync, which disposes.
public sealed class WarmStartTests : IAsyncLifetime
#pragma warning restore CA1001
{
    private readonly string folder = Directory.CreateTempSubdirectory("agencygraph-warm-").FullName;
    private WebApplication? server;

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        if (server is not null)
            await server.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_server_that_starts_warm_holds_plans_before_anybody_asks()
    {
        var plans = await StartAsync("--Plans:StartsWarm", "true");

        // Each of the queries that need no more than an id or a number, and a plan of each for those roles that may ask it.
        for (var i = 0; i < 600 && plans.Count < 30; i++)
            await Task.Delay(100);
        Assert.InRange(plans.Count, 30, int.MaxValue);
    }

    [Fact]
    public async Task In_Development_nothing_is_compiled_before_it_is_asked()
    {
        var plans = await StartAsync();

        await Task.Delay(500);
        Assert.Equal(0, plans.Count);
    }

    private async Task<PlannedReads> StartAsync(params string[] more)
    {
        server = ServerHost.Build(
            ["--environment", "Development", "--urls", "http://127.0.0.1:0", "--Storage:SqliteFile", Path.Combine(folder, "warm.db"),
                "--Access:DevelopmentKeyFile", Path.Combine(folder, "key.pem"), .. more], _ => { });
        await server.StartAsync();
        return server.Services.GetRequiredService<PlannedReads>();
    }
}
