using AgencyGraph.Children;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Visibility;

namespace AgencyGraph.Retention;

/// <summary>
/// Erases a record: its rows in every table, what points to it, and the children of whom nobody's record speaks any more. A tombstone stays of each, and who
/// could see one is told. The ledger's keys are destroyed after the commit (see <see cref="LedgerKeys"/>).
/// </summary>
internal sealed class Erasure(IEnumerable<IKeptRecords> kept, TieEndings endings, SightChanges sights)
{
    /// <param name="review">The review in which it was decided, which stays.</param>
    public async Task EraseAsync(WriteSession session, KeptRecord record, RetentionReviewId review, CancellationToken cancellationToken)
    {
        var db = session.Db;
        var agencies = await Traces.AgenciesAsync(db, record, cancellationToken);
        var watch = sights.Watch(session);
        await watch.LookAsync(record.Children, cancellationToken);
        foreach (var feature in kept)
            await feature.LetGoAsync(db, new ErasedRecord(record.Kind, record.Id), cancellationToken);

        var erased = await kept.Single(feature => feature.Kind == record.Kind).EraseAsync(session, record.Id, cancellationToken);
        await endings.EndAsync(session, erased.Lost, cancellationToken);
        // Who ceases to be tied is saved before the ties of those who are forgotten go.
        await session.SaveAsync(cancellationToken);
        var forgotten = await ForgetAsync(session, record.Children, cancellationToken);
        IReadOnlyList<ErasedRecord> gone = [.. erased.Records, .. forgotten];
        await Traces.RemoveAsync(db, [.. gone.Select(one => one.Id)], agencies, review, cancellationToken);
        await Traces.UnsayOfChildrenAsync(db, record, cancellationToken);
        foreach (var one in gone)
            session.Add(StoneOf(one, record, session.Deed));

        session.RaisePolicyEpoch();
        watch.Erase(gone);
        await watch.TellAsync(null, cancellationToken);
    }

    private async Task<IReadOnlyList<ErasedRecord>> ForgetAsync(
        WriteSession session, IReadOnlyCollection<ChildId> children, CancellationToken cancellationToken)
    {
        var unspoken = children.ToHashSet();
        foreach (var feature in kept)
            unspoken.ExceptWith(await feature.SpokenOfAsync(session.Db, unspoken, cancellationToken));
        await ForgottenChildren.RemoveNumbersAsync(session.Db, children, cancellationToken);
        return await ForgottenChildren.RemoveAsync(session.Db, unspoken, cancellationToken);
    }

    private static Tombstone StoneOf(ErasedRecord gone, KeptRecord record, Deed deed) => new()
    {
        Id = Guid.CreateVersion7(),
        RecordKind = gone.Kind,
        RecordId = gone.Id,
        ControllerCode = record.Controller,
        By = deed.Caller.Subject,
        ErasedAt = deed.At,
    };
}
