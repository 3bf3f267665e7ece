using AgencyGraph.Commands.Hosting.Health;
using AgencyGraph.Commands.Hosting.Shutdown;
using AgencyGraph.Contract;
using AgencyGraph.Storage;

namespace AgencyGraph.Commands.Hosting;

/// <summary>What ties the rooms together in the running server.</summary>
internal static class HostingServices
{
    public static IServiceCollection AddHosting(this IServiceCollection services) => services
        .AddSingleton<DatabaseHold>()
        .AddSharedClock()
        .AddHostedService<DatabaseStart>()
        .AddHostedService<ClockUpkeep>()
        .AddHostedService<LedgerUpkeep>()
        .AddHostedService<StatisticsUpkeep>()
        .AddSingleton<ISignIn, Doorkeeper>()
        .AddHealth()
        .AddShutdown();
}
