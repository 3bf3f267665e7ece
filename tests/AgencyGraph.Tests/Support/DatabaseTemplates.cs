using AgencyGraph.Agencies;
using AgencyGraph.Storage;
using AgencyGraph.Timeliness;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyGraph.Tests.Support;

/// <summary>One migrated database of each kind a run, made as the program makes it; each test gets a copy, which is far quicker.</summary>
internal static class DatabaseTemplates
{
    public const string PostgresName = "agencygraph_template";

    private static readonly Lazy<Task<string>> SqliteFile = new(MakeSqliteAsync);
    private static readonly Lazy<Task<PrivatePostgres>> PostgresServer = new(MakePostgresAsync);

    public static Task<string> SqliteAsync() => SqliteFile.Value;

    /// <summary>The server on which the template lies.</summary>
    public static async Task<PrivatePostgres> PostgresAsync()
    {
        _ = await PrivatePostgres.RequireAsync();
        return await PostgresServer.Value;
    }

    private static async Task<string> MakeSqliteAsync()
    {
        var folder = DatabaseFolders.New("agencygraph-template-");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => folder.Delete(recursive: true);
        var file = Path.Combine(folder.FullName, "template.db");
        await MigrateAsync(new StorageOptions { SqliteFile = file });
        SqliteConnection.ClearAllPools();
        return file;
    }

    private static async Task<PrivatePostgres> MakePostgresAsync()
    {
        var server = await PrivatePostgres.RequireAsync();
        await server.ExecuteAsync($"CREATE DATABASE {PostgresName}");
        await MigrateAsync(new StorageOptions { PostgresConnectionString = server.ConnectionString(PostgresName) + ";Pooling=false" });
        return server;
    }

    private static async Task MigrateAsync(StorageOptions options)
    {
        await using var services = new ServiceCollection().AddLogging().AddStorage(options).AddAgencies().AddTimeliness()
            .BuildServiceProvider(validateScopes: true);
        await services.GetRequiredService<DatabaseMigrator>().MigrateAsync(CancellationToken.None);
    }
}
