using AgencyGraph.Ledger;
using AgencyGraph.Ledger.Checkpoints;
using AgencyGraph.Tests.Support;

namespace AgencyGraph.Tests.Ledger;

/// <summary>What is recorded is on the disk when whoever recorded it goes on; what cannot be recorded fails.</summary>
public sealed class DisclosureLedgerTests
{
    [SkippableTheory, EveryDatabase]
    public async Task Two_servers_write_one_chain(DatabaseKind kind)
    {
        const int Each = 100;
        await using var ledger = await LedgerOnDisk.OpenAsync(kind);
        await using var another = ledger.OnAnotherNode();
        var child = Guid.NewGuid();
        var recorded = Enumerable.Range(0, 2 * Each).Select(i => Samples.Reading(child, Guid.NewGuid())).ToArray();

        await Task.WhenAll(recorded.Select((disclosure, i) => Task.Run(() => (i % 2 == 0 ? ledger : another).Ledger.RecordAsync([disclosure], CancellationToken.None))));

        var entries = await ledger.EntriesAsync();
        Assert.Equal(recorded.Select(disclosure => disclosure.Id).Order(), entries.Select(entry => entry.Id).Order());
        Assert.True(entries[^1].Position < 2 * Each, "Nothing shared a commit.");
        var name = Assert.Single(entries.Select(entry => entry.Children[0]).Distinct());
        Assert.Equal(child, Assert.Single(await ledger.Store.ChildrenOfAsync([name], CancellationToken.None)).Value);
        Assert.Empty((await ExamineAsync(ledger)).Findings);
    }

    [SkippableTheory, EveryDatabase]
    public async Task What_is_not_recorded_fails_and_the_next_is_recorded_again(DatabaseKind kind)
    {
        await using var ledger = await LedgerOnDisk.OpenAsync(kind);
        var (first, second, third) = (Samples.Reading(), Samples.Reading(), Samples.Reading());
        await ledger.Ledger.RecordAsync([first], CancellationToken.None);
        await ledger.RunAsync("ALTER TABLE ledger_groups RENAME TO gone");
        _ = await Assert.ThrowsAsync<LedgerUnavailableException>(() => ledger.Ledger.RecordAsync([second], CancellationToken.None));
        await ledger.RunAsync("ALTER TABLE gone RENAME TO ledger_groups");
        await ledger.Ledger.RecordAsync([third], CancellationToken.None);
        Assert.Equal([first.Id, third.Id], (await ledger.EntriesAsync()).Select(entry => entry.Id));
    }

    [SkippableTheory, EveryDatabase]
    public async Task Without_its_key_nobody_can_tell_who_a_child_was_and_the_chain_is_whole(DatabaseKind kind)
    {
        await using var ledger = await LedgerOnDisk.OpenAsync(kind);
        var (child, other) = (Guid.NewGuid(), Guid.NewGuid());
        await ledger.Ledger.RecordAsync([Samples.Reading(child, other)], CancellationToken.None);
        var before = (await ledger.EntriesAsync()).Single().Children;

        Assert.True(await ledger.Store.DestroyKeyAsync(child, CancellationToken.None));
        Assert.False(await ledger.Store.DestroyKeyAsync(child, CancellationToken.None));

        await using var another = ledger.OnAnotherNode();
        var names = await another.NamesAsync(child, other);
        Assert.DoesNotContain(names[child], before);
        Assert.Contains(names[other], before);
        Assert.Empty((await ExamineAsync(ledger)).Findings);
    }

    [SkippableTheory, EveryDatabase]
    public async Task A_checkpoint_vouches_for_what_was_recorded_and_a_witness_remembers_it(DatabaseKind kind)
    {
        await using var ledger = await LedgerOnDisk.OpenAsync(kind);
        await ledger.Checkpoints.MakeAsync(isDue: true, CancellationToken.None);
        Assert.Empty(await ledger.Store.CheckpointsAsync(CancellationToken.None));
        for (var i = 0; i < 3; i++)
        {
            await ledger.Ledger.RecordAsync([Samples.Reading()], CancellationToken.None);
            await ledger.Checkpoints.MakeAsync(isDue: i > 0, CancellationToken.None);
        }

        // Another server goes on where this one stopped.
        await ledger.Ledger.RecordAsync([Samples.Reading()], CancellationToken.None);
        await using var another = ledger.OnAnotherNode();
        await another.Checkpoints.MakeAsync(isDue: true, CancellationToken.None);
        await another.Checkpoints.MakeAsync(isDue: true, CancellationToken.None);

        Assert.Equal([2, 3, 4], (await ledger.Store.CheckpointsAsync(CancellationToken.None)).Select(checkpoint => checkpoint.Position));
        Assert.Equal(3, (await FileWitness.ReadAsync(ledger.WitnessFile, CancellationToken.None)).Count);
        Assert.Equal((4, 3, 3, 4), await CountsAsync(ledger));
    }

    private static async Task<(long Commits, int Checkpoints, int Witnessed, long Covered)> CountsAsync(LedgerOnDisk ledger)
    {
        var report = await ExamineAsync(ledger);
        Assert.Empty(report.Findings);
        return (report.Commits, report.Checkpoints, report.Witnessed, report.Covered);
    }

    private static async Task<LedgerReport> ExamineAsync(LedgerOnDisk ledger)
    {
        using var key = AgencyGraph.Storage.PrivateKeyFile.Open(ledger.KeyFile);
        return await new LedgerExamination(
            ledger.Store, new Dictionary<string, System.Security.Cryptography.ECDsa> { [CheckpointKey.IdOf(key)] = key },
            await FileWitness.ReadAsync(ledger.WitnessFile, CancellationToken.None)).RunAsync(CancellationToken.None);
    }
}
