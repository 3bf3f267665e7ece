using AgencyGraph.Storage.Postgres;
using AgencyGraph.Storage.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;

namespace AgencyGraph.Storage;

/// <summary>Registers the database: a factory of <see cref="AgencyDb"/>, never a context of a scope's.</summary>
public static class StorageServices
{
    public static IServiceCollection AddStorage(this IServiceCollection services, StorageOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        if (options.PostgresConnectionString is { } connectionString)
        {
            _ = services.AddSingleton(_ => PostgresAgencyDb.Connect(connectionString));
            _ = services.AddDatabase<PostgresAgencyDb>((provider, builder) => PostgresAgencyDb.Configure(builder, provider.GetRequiredService<NpgsqlDataSource>()));
            _ = services.AddSingleton<IStorageEngine, PostgresEngine>();
        }
        else
        {
            _ = services.AddDatabase<SqliteAgencyDb>((_, builder) => SqliteAgencyDb.Configure(builder, options.SqliteFile));
            _ = services.AddSingleton<IStorageEngine, SqliteEngine>();
        }

        return services.AddSingleton(options).AddSingleton<ModelAhead>().AddSingleton<DatabaseMigrator>().AddSingleton<DatabaseCheck>();
    }

    /// <summary>The database's time, in place of the machine's or of whichever clock is registered.</summary>
    public static IServiceCollection AddSharedClock(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        var machine = services.LastOrDefault(each => each.ServiceType == typeof(TimeProvider))?.ImplementationInstance as TimeProvider ?? TimeProvider.System;
        return services.AddSingleton(new SharedClock(machine)).AddSingleton<ClockComparison>()
            .AddSingleton<TimeProvider>(provider => provider.GetRequiredService<SharedClock>());
    }

    private static IServiceCollection AddDatabase<TDb>(this IServiceCollection services, Action<IServiceProvider, DbContextOptionsBuilder> configure)
        where TDb : AgencyDb
        => services
            .AddPooledDbContextFactory<TDb>((provider, builder) =>
            {
                configure(provider, builder);
                KeepQuiet(builder);
            })
            .AddSingleton<IDbContextFactory<AgencyDb>, AgencyDbFactory<TDb>>();

    /// <summary>A failed statement is judged and logged by its caller; the database's words may hold what a person is called.</summary>
    private static void KeepQuiet(DbContextOptionsBuilder builder)
        => builder.ConfigureWarnings(warnings => warnings.Log(
            (RelationalEventId.CommandExecuted, LogLevel.Debug),
            (RelationalEventId.CommandError, LogLevel.Debug),
            (CoreEventId.SaveChangesFailed, LogLevel.Debug),
            (CoreEventId.QueryIterationFailed, LogLevel.Debug),
            (CoreEventId.OptimisticConcurrencyException, LogLevel.Debug)));
}
