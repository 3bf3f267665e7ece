using System.Runtime.CompilerServices;
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

    [Fact]
    public void What_is_thrown_inside_the_driver_is_an_outage()
    {
        using var closed = new NpgsqlConnection("Host=127.0.0.1");
        closed.Dispose();
        Assert.Equal(StorageFault.Unavailable, new PostgresEngine().FaultOf(new DbUpdateException("x", Thrown<ObjectDisposedException>(closed.Open))));

        var hollow = (NpgsqlDataSourceBuilder)RuntimeHelpers.GetUninitializedObject(typeof(NpgsqlDataSourceBuilder));
        Assert.Equal(StorageFault.Unavailable, new PostgresEngine().FaultOf(Thrown<NullReferenceException>(() => hollow.Build())));
    }

    [Fact]
    public async Task A_name_that_is_not_resolved_is_an_outage()
    {
        await using var nowhere = NpgsqlDataSource.Create("Host=no..where;Username=x;Timeout=5");
        var fault = await Record.ExceptionAsync(() => nowhere.OpenConnectionAsync().AsTask());
        Assert.NotNull(fault);
        Assert.True(new PostgresEngine().FaultOf(fault) == StorageFault.Unavailable, fault.ToString());
    }

    [Fact]
    public async Task A_fault_of_our_own_is_no_outage_though_it_looks_like_one()
    {
        using var other = new MemoryStream();
        other.Dispose();
        var late = await Record.ExceptionAsync(() => new TaskCompletionSource().Task.WaitAsync(TimeSpan.FromMilliseconds(1)));
        var disguised = Thrown<NullReferenceException>(() => _ = ((string)null!).Length);
        disguised.Source = nameof(Npgsql);
        Exception[] ours =
        [
            Thrown<NullReferenceException>(() => _ = ((string)null!).Length),
            Thrown<ObjectDisposedException>(() => other.WriteByte(0)),
            Thrown<DirectoryNotFoundException>(() => File.ReadAllText("/nowhere/at all")),
            Assert.IsType<TimeoutException>(late),
            disguised,
        ];
        Assert.All(ours, fault => Assert.Equal(StorageFault.None, new PostgresEngine().FaultOf(new InvalidOperationException("x", fault))));
    }

    private static T Thrown<T>(Action attempt)
        where T : Exception
        => Assert.IsType<T>(Record.Exception(attempt));

    private static PostgresException Answer(string state) => new("x", "ERROR", "ERROR", state);
}
