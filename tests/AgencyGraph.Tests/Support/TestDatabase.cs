using AgencyGraph.Agencies;
using AgencyGraph.Storage;
using AgencyGraph.Storage.Postgres;
using AgencyGraph.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace AgencyGraph.Tests.Support;

/// <summary>A fresh, migrated database with the agencies in it, for one test; gone when disposed.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly Func<Task> remove;
    private readonly ServiceProvider services;

    private TestDatabase(StorageOptions options, Func<Task> remove)
    {
        this.remove = remove;
        Options = options;
        services = new ServiceCollection().AddLogging().AddStorage(options).AddAgencies()
            .ConfigureDbContext<SqliteAgencyDb>(builder => builder.AddInterceptors(Statements))
            .ConfigureDbContext<PostgresAgencyDb>(builder => builder.AddInterceptors(Statements))
            .BuildServiceProvider(validateScopes: true);
    }

    public StatementCount Statements { get; } = new();

    /// <summary>For a test that runs the whole server on this database.</summary>
    public StorageOptions Options { get; }

    public IServiceProvider Services => services;

    public IStorageEngine Engine => services.GetRequiredService<IStorageEngine>();

    public IDbContextFactory<AgencyDb> Factory => services.GetRequiredService<IDbContextFactory<AgencyDb>>();

    /// <summary>Skips the test where the machine has no such database.</summary>
    public static async Task<TestDatabase> CreateAsync(DatabaseKind kind)
        => kind == DatabaseKind.Sqlite
            ? InNewFolder(await DatabaseTemplates.SqliteAsync())
            : await FromTemplateAsync(DatabaseTemplates.PostgresName);

    /// <summary>Not migrated, nothing in it.</summary>
    public static Task<TestDatabase> CreateEmptyAsync(DatabaseKind kind)
        => kind == DatabaseKind.Sqlite ? Task.FromResult(InNewFolder(template: null)) : FromTemplateAsync("template0");

    /// <summary>Any database, which is not removed.</summary>
    public static TestDatabase On(StorageOptions options) => new(options, () => Task.CompletedTask);

    /// <summary>The same database, as another process would open it; it goes with this one.</summary>
    public TestDatabase OnAnotherNode() => On(Options);

    public AgencyDb Open() => Factory.CreateDbContext();

    /// <summary>Closes what this process keeps open of it, as the end of a server's process would.</summary>
    public async Task CloseConnectionsAsync()
    {
        services.GetService<NpgsqlDataSource>()?.Clear();
        await using var db = Open();
        if (db.Database.GetDbConnection() is SqliteConnection sqlite)
            SqliteConnection.ClearPool(sqlite);
    }

    public async ValueTask DisposeAsync()
    {
        await CloseConnectionsAsync();
        await services.DisposeAsync();
        await remove();
    }

    private static TestDatabase InNewFolder(string? template)
    {
        var folder = DatabaseFolders.New("agencygraph-test-");
        var file = Path.Combine(folder.FullName, "agencygraph.db");
        if (template is not null)
            File.Copy(template, file);
        return new TestDatabase(new StorageOptions { SqliteFile = file }, () =>
        {
            folder.Delete(recursive: true);
            return Task.CompletedTask;
        });
    }

    private static async Task<TestDatabase> FromTemplateAsync(string template)
    {
        var server = await DatabaseTemplates.PostgresAsync();
        var name = $"test_{Guid.NewGuid():N}";
        await server.ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY");
        return new TestDatabase(
            new StorageOptions { PostgresConnectionString = server.ConnectionString(name) },
            () => server.ExecuteAsync($"DROP DATABASE {name} WITH (FORCE)"));
    }
}
