using AgencyGraph.Contract;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Contract.Plans.Sqlite;
using AgencyGraph.Contract.Writes;
using Npgsql;

namespace AgencyGraph.Suspensions;

/// <summary>Suspensions: their part of the graph, their use cases, and the look-up that stands before every operation.</summary>
public static class SuspensionServices
{
    public static IServiceCollection AddSuspensions(this IServiceCollection services) => services
        .AddSingleton<IGraphModule, SuspensionModule>()
        .AddScoped<IUseCase<SuspendAccessInput>, SuspendAccess>()
        .AddScoped<IUseCase<RestoreAccessInput>, RestoreAccess>()
        .AddSingleton<ILiveSuspensions>(provider => provider.GetService<NpgsqlDataSource>() is { } source
            ? new PostgresSuspensions(source)
            : new SqliteSuspensions(provider.GetRequiredService<PreparedConnections>()))
        .AddSingleton<SuspensionWatch>()
        .AddSingleton<IStanding, Standing>()
        .AddHostedService(provider => provider.GetRequiredService<SuspensionWatch>());
}
