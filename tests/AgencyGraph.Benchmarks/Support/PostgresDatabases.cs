using AgencyGraph.Tests.Support;
using Npgsql;

namespace AgencyGraph.Benchmarks.Support;

/// <summary>Databases on the private server.</summary>
internal static class PostgresDatabases
{
    public static async Task TryCreateAsync(this PrivatePostgres server, string database)
    {
        try
        {
            await server.ExecuteAsync($"CREATE DATABASE {database}");
        }
        catch (PostgresException exists) when (exists.SqlState == PostgresErrorCodes.DuplicateDatabase)
        {
            // An earlier server's, to be served again.
        }
    }
}
