using AgencyGraph.Commands;
using AgencyGraph.Ledger.Checkpoints;
using AgencyGraph.Ledger.Store;
using AgencyGraph.Tests.Commands.Backup;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyGraph.Tests.Commands.VerifyLedger;

/// <summary>The command that an auditor runs, on a server's own ledger while it serves.</summary>
public sealed class VerifyLedgerTests
{
    [SkippableTheory, EveryDatabase]
    public async Task A_ledger_that_nobody_touched_is_whole_and_a_changed_one_is_not(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        await exchange.RecordIncidentsAsync(1);
        _ = await exchange.As(Role.HubPractitioner, "BUR").ListIncidentsAsync();
        await exchange.Services.GetRequiredService<CheckpointMaker>().MakeAsync(isDue: true, CancellationToken.None);

        var whole = await VerifyAsync(exchange);
        whole.Succeeds();
        Assert.EndsWith("The ledger is whole.\n", whole.Output.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Matches("[1-9][0-9]* disclosures in [1-9][0-9]* commits; [1-9][0-9]* checkpoints", whole.Output);

        await using (var connection = await exchange.Services.GetRequiredService<ILedgerConnections>().OpenAsync(CancellationToken.None))
            _ = await LedgerCommand.RunAsync(connection, null, "UPDATE ledger_groups SET written_at = written_at + 1 WHERE position = 1", CancellationToken.None);
        var changed = await VerifyAsync(exchange);
        Assert.Equal(ExitCodes.Failed, changed.Exit);
        Assert.Contains("commit 1: The commit is not as it was chained.", changed.Output, StringComparison.Ordinal);
        Assert.Contains("The ledger is NOT whole.", changed.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_signature_of_a_key_that_was_not_named_is_not_good()
    {
        await using var exchange = await RunningExchange.StartAsync(DatabaseKind.Sqlite);
        _ = await exchange.As(Role.HubPractitioner, "BUR").ListIncidentsAsync();
        await exchange.Services.GetRequiredService<CheckpointMaker>().MakeAsync(isDue: true, CancellationToken.None);
        var another = Path.GetTempFileName();
        File.Delete(another);
        using (AgencyGraph.Storage.PrivateKeyFile.Open(another))
        {
            var strange = await ACommand.RunAsync(exchange.Database, "verify-ledger", "--key", another);
            Assert.Equal(ExitCodes.Failed, strange.Exit);
            Assert.Contains("is not among those given", strange.Output, StringComparison.Ordinal);
        }

        File.Delete(another);
    }

    [Fact]
    public async Task What_cannot_be_examined_is_refused()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        (await ACommand.RunAsync(database, "verify-ledger")).IsRefused("There is no ledger");
        await using var exchange = await RunningExchange.StartOnAsync(database);
        _ = await exchange.As(Role.HubPractitioner, "BUR").ListIncidentsAsync();
        await exchange.Services.GetRequiredService<CheckpointMaker>().MakeAsync(isDue: true, CancellationToken.None);
        (await ACommand.RunAsync(database, "verify-ledger", "--key", "/nowhere/key.pem")).IsRefused("holds no key");
        (await ACommand.RunAsync(database, "verify-ledger", "--key", exchange.LedgerKeyFile, "--witness", "/nowhere/witness")).IsRefused("no witness's file");
    }

    private static Task<ACommand> VerifyAsync(RunningExchange exchange)
        => ACommand.RunAsync(exchange.Database, "verify-ledger", "--key", exchange.LedgerKeyFile);
}
