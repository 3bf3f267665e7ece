using AgencyGraph.Storage.Postgres;
using Npgsql;

namespace AgencyGraph.Tests.Storage;

public sealed class PostgresConnectionTests
{
    [Theory]
    [InlineData("Host=localhost", 5, 5)]
    [InlineData("Host=localhost;Command Timeout=30", 5, 30)]
    [InlineData("Host=localhost;Timeout=20;CommandTimeout=30", 20, 30)]
    public void A_limit_that_the_connection_string_names_stands(string connectionString, int connecting, int answering)
    {
        using var source = PostgresAgencyDb.Connect(connectionString);

        var settings = new NpgsqlConnectionStringBuilder(source.ConnectionString);
        Assert.Equal((connecting, answering), (settings.Timeout, settings.CommandTimeout));
    }
}
