using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Update;

namespace AgencyGraph.Storage.Sqlite;

/// <summary>The embedded database. Guids are 16 big-endian bytes and instants whole milliseconds, so both sort as they should.</summary>
public sealed class SqliteAgencyDb(DbContextOptions<SqliteAgencyDb> options) : AgencyDb(options)
{
    /// <summary>The driver tries again, for so long, what SQLite has given up after its own <c>busy_timeout</c>.</summary>
    private const int TriesSeconds = 5;

    internal static void Configure(DbContextOptionsBuilder builder, string file)
    {
        var connection = new SqliteConnectionStringBuilder { DataSource = Path.GetFullPath(file), DefaultTimeout = TriesSeconds };
        _ = builder.UseSqlite(connection.ConnectionString, sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
            .AddInterceptors(new SqlitePragmas())
            .ReplaceService<IModificationCommandBatchFactory, InsertBatches>();
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        Conversions.Apply(configurationBuilder, guidsAsBytes: true, textCollation: null);
        _ = configurationBuilder.Properties<DateTime>().HaveConversion<InstantAsMilliseconds>();
    }
}
