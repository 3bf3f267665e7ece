using AgencyGraph.Contract;
using AgencyGraph.Ledger;
using AgencyGraph.Ledger.Checkpoints;
using AgencyGraph.Ledger.Store;
using AgencyGraph.Retention;
using AgencyGraph.Tests.Commands.Backup;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Tests.Transport.StandIn;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static AgencyGraph.Tests.Retention.EndOfTime;

namespace AgencyGraph.Tests.Retention;

/// <summary>What the ledger says of an erased child can be tied to nobody, and the ledger is whole.</summary>
public sealed class LedgerKeyTests
{
    [SkippableTheory, EveryDatabase]
    public async Task An_erased_childs_key_is_destroyed_and_the_ledger_stays_whole(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind, settings: AtOnce);
        var (force, hub) = (exchange.As(Role.PoliceSystem, Sample.Force), exchange.As(Role.HubPractitioner, "BUR"));
        var (_, child) = await exchange.IncidentAsync();
        Assert.True(await hub.SeesAsync(child));
        var cursor = Text((await hub.DataAsync("{ feedPosition }"))["feedPosition"]);
        Assert.True(await HasKeyAsync(exchange, child));

        await exchange.EraseAsync(force, "INCIDENT");
        await KeysOf(exchange).DestroyAsync(CancellationToken.None);

        Assert.False(await HasKeyAsync(exchange, child));
        // Who is told of it later does not make the key anew.
        await using (var away = await hub.SubscribeAsync(Follow, new { after = cursor }))
        {
            for (var i = 0; i < 3; i++)
                Assert.Equal("RecordErased", Text((await away.NextAsync())["data"]!["updates"]!["__typename"]));
        }

        Assert.False(await HasKeyAsync(exchange, child));
        Assert.Null(exchange.Services.GetRequiredService<Pseudonyms>().Known(new ChildId(IdOf(child))));
        await exchange.Services.GetRequiredService<CheckpointMaker>().MakeAsync(isDue: true, CancellationToken.None);
        var examined = await ACommand.RunAsync(exchange.Database, "verify-ledger", "--key", exchange.LedgerKeyFile);
        examined.Succeeds();
        Assert.EndsWith("The ledger is whole.\n", examined.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [SkippableTheory, EveryDatabase]
    public async Task Where_the_server_fell_after_the_erasure_the_next_one_destroys_the_key(DatabaseKind kind)
    {
        await using var database = await TestDatabase.CreateAsync(kind);
        string child;
        await using (var exchange = await RunningExchange.StartOnAsync(database, settings: AtOnce))
        {
            child = (await exchange.IncidentAsync()).Child;
            Assert.True(await exchange.As(Role.HubPractitioner, "BUR").SeesAsync(child));
            await exchange.EraseAsync(exchange.As(Role.PoliceSystem, Sample.Force), "INCIDENT");
            // Never before the commit, and not in it: had the server fallen here, the key would be there.
            Assert.True(await HasKeyAsync(exchange, child));
        }

        await using var next = await RunningExchange.StartOnAsync(database, settings: ["--Retention:DestroyKeysEvery=00:00:00.050"]);
        await Eventually.IsAsync(async () => !await HasKeyAsync(next, child), "the key is destroyed");
        await Eventually.IsAsync(async () =>
        {
            await using var db = database.Open();
            return await db.Set<Tombstone>().AnyAsync(stone => stone.RecordKind == RecordKind.Child && stone.KeyDestroyedAt != null);
        }, "the tombstone says so");
    }

    [SkippableTheory, EveryDatabase]
    public async Task A_child_of_whom_others_hold_records_keeps_the_key(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind, settings: AtOnce);
        var council = exchange.As(Role.CouncilSystem, "BUR");
        var child = await council.ChildAsync();
        _ = await exchange.IncidentAsync(1, "WRL");
        Assert.True(await council.SeesAsync(child));

        await exchange.EraseAsync(council, "CHILD_RECORD");
        await KeysOf(exchange).DestroyAsync(CancellationToken.None);

        Assert.True(await HasKeyAsync(exchange, child));
    }

    private static Guid IdOf(string node)
    {
        Assert.True(NodeId.TryDecode(node, out _, out var id));
        return id;
    }

    /// <summary>Asked of the table: the store would make the key.</summary>
    private static async Task<bool> HasKeyAsync(RunningExchange exchange, string child)
    {
        await using var connection = await exchange.Services.GetRequiredService<ILedgerConnections>().OpenAsync(CancellationToken.None);
        var found = await LedgerCommand.ListAsync(
            connection, null, "SELECT child FROM ledger_keys WHERE child = @child", _ => true, CancellationToken.None,
            ("child", IdOf(child).ToByteArray(bigEndian: true)));
        return found.Count > 0;
    }
}
