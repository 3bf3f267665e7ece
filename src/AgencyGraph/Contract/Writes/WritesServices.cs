using AgencyGraph.Storage;

namespace AgencyGraph.Contract.Writes;

/// <summary>The write side, over the store, the feed and the directory.</summary>
public static class WritesServices
{
    public static IServiceCollection AddWrites(this IServiceCollection services)
        => services
            .AddScoped<Writer>()
            .AddSingleton<IWriteTransactions, WriteTransactions>()
            .AddSingleton<GroupCommits>()
            .AddSingleton<OwnTransactions>()
            .AddSingleton<ICommitter>(provider => provider.GetRequiredService<IStorageEngine>().HasOneWriter
                ? provider.GetRequiredService<GroupCommits>()
                : provider.GetRequiredService<OwnTransactions>());
}
