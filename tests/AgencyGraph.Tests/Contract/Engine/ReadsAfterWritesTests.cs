using System.Data.Common;
using AgencyGraph.Storage.Postgres;
using AgencyGraph.Storage.Sqlite;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyGraph.Tests.Contract.Engine;

/// <summary>What a mutation wrote is read back without keeping a connection, and is not denied when it cannot be read.</summary>
public sealed class ReadsAfterWritesTests
{
    private const string Selected = "{ child { id } errors { code } }";

    [SkippableTheory, EveryDatabase]
    public async Task Many_mutations_in_one_document_hold_few_connections(DatabaseKind kind)
    {
        var count = new OpenConnections();
        await using var exchange = await StartAsync(kind, count);
        var fields = Enumerable.Range(0, 10).Select(i =>
            $"m{i}: recordChild(input: {{ idempotencyKey: \"{Guid.NewGuid()}\", localReference: \"A-{i}\", givenName: \"Ada\", surname: \"Test\" }}) {Selected}");
        _ = await exchange.As(Role.HubPractitioner, "BUR").DataAsync($"mutation {{ {string.Join('\n', fields)} }}");
        Assert.InRange(count.Most, 1, 5);
    }

    [Fact]
    public async Task A_write_whose_answer_cannot_be_read_is_said_to_be_carried_out()
    {
        var fault = new FaultAfterCommit();
        await using var exchange = await StartAsync(DatabaseKind.Sqlite, fault);
        var council = exchange.As(Role.HubPractitioner, "BUR");
        _ = await council.DataAsync("{ children(first: 1) { totalCount } }");
        var variables = new { input = new { idempotencyKey = Guid.NewGuid(), localReference = "A-1", givenName = "Ada", surname = "Test" } };
        const string Write = $"mutation($input: RecordChildInput!) {{ recordChild(input: $input) {Selected} }}";

        fault.IsArmed = true;
        var error = (await council.AskAsync(Write, variables))["errors"]![0]!; // Asserted by what it holds.
        fault.IsArmed = false;
        Assert.Equal("UNAVAILABLE", error["extensions"]?["code"]?.GetValue<string>());
        Assert.StartsWith("The write was carried out", error["message"]?.GetValue<string>(), StringComparison.Ordinal);
        Assert.NotNull((await council.DataAsync(Write, variables))["recordChild"]?["child"]);
        Assert.Equal(1, (await council.DataAsync("{ children(first: 5) { totalCount } }"))["children"]?["totalCount"]?.GetValue<int>());
    }

    private static Task<RunningExchange> StartAsync(DatabaseKind kind, IInterceptor interceptor)
        => RunningExchange.StartAsync(kind, configure: builder => builder.Services
            .ConfigureDbContext<SqliteAgencyDb>(options => options.AddInterceptors(interceptor))
            .ConfigureDbContext<PostgresAgencyDb>(options => options.AddInterceptors(interceptor)));

    private sealed class OpenConnections : DbConnectionInterceptor
    {
        private int now;

        public int Most { get; private set; }

        public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            Most = Math.Max(Most, Interlocked.Increment(ref now));
            return Task.CompletedTask;
        }

        public override Task ConnectionClosedAsync(DbConnection connection, ConnectionEndEventData eventData)
        {
            _ = Interlocked.Decrement(ref now);
            return Task.CompletedTask;
        }

        public override void ConnectionClosed(DbConnection connection, ConnectionEndEventData eventData) => Interlocked.Decrement(ref now);
    }

    /// <summary>The disk is gone once something is committed.</summary>
    private sealed class FaultAfterCommit : DbCommandInterceptor, IDbTransactionInterceptor
    {
        private bool isGone;

        public bool IsArmed { get; set => isGone &= field = value; }

        public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            isGone = IsArmed;
            return Task.CompletedTask;
        }

        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
            => isGone && command.CommandText.Contains("FROM \"child", StringComparison.Ordinal)
                ? throw new SqliteException("The disk is gone", 14)
                : ValueTask.FromResult(result);
    }
}
