using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace AgencyGraph.Storage.Postgres;

/// <summary>The same model on PostgreSQL: native <c>uuid</c> and <c>timestamptz</c>; text compares by bytes, as SQLite's does.</summary>
public sealed class PostgresAgencyDb(DbContextOptions<PostgresAgencyDb> options) : AgencyDb(options)
{
    /// <summary>How long a connection or a statement is waited for, where the connection string does not say.</summary>
    private const int LimitSeconds = 5;

    /// <summary>Statements that each connection keeps prepared.</summary>
    private const int MaxPrepared = 500;

    public override async Task LockAsync<T>(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        // In the order of their ids, or two writers could each wait for the other.
        var statement = string.Concat("SELECT id FROM ", Model.FindEntityType(typeof(T))!.GetTableName(), " WHERE id = ANY(@ids) ORDER BY id FOR UPDATE"); // An entity has a table.
        _ = await Database.ExecuteSqlRawAsync(statement, [new NpgsqlParameter<Guid[]>("ids", [.. ids])], cancellationToken);
    }

    /// <summary>The one pool of connections of a node, for contexts and for what speaks to the database beside them.</summary>
    internal static NpgsqlDataSource Connect(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder($"Timeout={LimitSeconds};Command Timeout={LimitSeconds};{connectionString}")
        {
            // With the detail, an error would name the values of the row, which are a child's.
            IncludeErrorDetail = false,
            MaxAutoPrepare = MaxPrepared,
            AutoPrepareMinUsages = 2,
        };
        return NpgsqlDataSource.Create(settings);
    }

    internal static void Configure(DbContextOptionsBuilder builder, NpgsqlDataSource source)
        => _ = builder.UseNpgsql(source, postgres => postgres.SetPostgresVersion(PostgresEngine.OldestSafe));

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        Conversions.Apply(configurationBuilder, guidsAsBytes: false, textCollation: "C");
    }
}
