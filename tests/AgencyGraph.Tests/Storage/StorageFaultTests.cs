using AgencyGraph.Storage;
using AgencyGraph.Storage.Postgres;
using AgencyGraph.Storage.Sqlite;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace AgencyGraph.Tests.Storage;

/// <summary>Each failure has one meaning, for reads and writes alike.</summary>
public sealed class StorageFaultTests
{
    [Theory]
    [InlineData(19, StorageFault.Constraint)]
    [InlineData(5, StorageFault.Unavailable)]
    [InlineData(11, StorageFault.Unavailable)]
    [InlineData(13, StorageFault.Unavailable)]
    [InlineData(1, StorageFault.None)]
    public void SQLites_codes_have_their_meaning(int code, StorageFault meaning)
    {
        using var engine = new SqliteEngine();
        Assert.Equal(meaning, engine.FaultOf(new DbUpdateException("x", new SqliteException("x", code))));
    }

    [Theory]
    [InlineData("23505", StorageFault.Constraint)]
    [InlineData("40P01", StorageFault.Contention)]
    [InlineData("55P03", StorageFault.Contention)]
    [InlineData("53100", StorageFault.Unavailable)]
    [InlineData("25006", StorageFault.Unavailable)]
    [InlineData("57014", StorageFault.Unavailable)]
    [InlineData("42601", StorageFault.None)]
    public void PostgreSQLs_states_have_their_meaning(string state, StorageFault meaning)
        => Assert.Equal(meaning, new PostgresEngine().FaultOf(new DbUpdateException("x", Answer(state))));

    [Fact]
    public void What_a_client_called_off_is_no_outage()
        => Assert.Equal(StorageFault.None, new PostgresEngine().FaultOf(new OperationCanceledException("x", Answer("57014"))));

    private static PostgresException Answer(string state) => new("x", "ERROR", "ERROR", state);
}
