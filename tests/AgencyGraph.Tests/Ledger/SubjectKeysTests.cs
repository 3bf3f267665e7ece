using AgencyGraph.Tests.Support;

namespace AgencyGraph.Tests.Ledger;

public sealed class SubjectKeysTests
{
    [SkippableTheory, EveryDatabase]
    public async Task A_pseudonym_leads_to_its_child_until_the_child_s_key_is_destroyed(DatabaseKind kind)
    {
        await using var ledger = await LedgerOnDisk.OpenAsync(kind);
        Guid[] children = [Guid.NewGuid(), Guid.NewGuid()];
        var names = await ledger.NamesAsync(children);

        Assert.True(await ledger.Store.DestroyKeyAsync(children[0], CancellationToken.None));

        var found = await ledger.Store.ChildrenOfAsync([.. names.Values, Guid.NewGuid()], CancellationToken.None);
        Assert.Equal(children[1], Assert.Single(found).Value);
        Assert.False(await ledger.Store.DestroyKeyAsync(children[0], CancellationToken.None));
    }

    [SkippableTheory, EveryDatabase]
    public async Task Keys_that_were_made_before_there_were_names_beside_them_are_named_at_the_next_start(DatabaseKind kind)
    {
        await using var ledger = await LedgerOnDisk.OpenAsync(kind);
        var names = await ledger.NamesAsync([.. Enumerable.Range(0, 450).Select(_ => Guid.NewGuid())]);
        await ledger.RunAsync("DROP TABLE ledger_subjects");

        await ledger.Store.PrepareAsync(CancellationToken.None);

        var found = await ledger.Store.ChildrenOfAsync([.. names.Values], CancellationToken.None);
        Assert.Equal(names.Keys.Order(), found.Values.Order());
        Assert.All(found, pair => Assert.Equal(pair.Key, names[pair.Value]));
    }
}
