using AgencyGraph.Feed;
using AgencyGraph.Storage;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Contract.Writes;

/// <summary>What a use case works with: the database inside the transaction, the deed, and a place for what it has to tell.</summary>
public sealed class WriteSession(AgencyDb db, Deed deed, IStorageEngine storage)
{
    private readonly List<FeedDraft> drafts = [];

    public AgencyDb Db => db;

    public Deed Deed => deed;

    public IStorageEngine Storage => storage;

    public IReadOnlyList<FeedDraft> Drafts => drafts;

    /// <summary>Adds a row that is only added: what changes afterwards, or is removed, goes through <see cref="Db"/>.</summary>
    public void Add<T>(T row)
        where T : class
        => db.NewRows.Add(row);

    public void Announce(FeedDraft draft) => drafts.Add(draft);

    /// <summary>Whether somebody ceases to see something, or to be let in: streams then decide again what they have not sent.</summary>
    public bool RaisesPolicyEpoch { get; private set; }

    public void RaisePolicyEpoch() => RaisesPolicyEpoch = true;

    /// <summary>
    /// Saves what is tracked, so that a later query in the same transaction sees it. Only entities that were read are searched for
    /// changes: those added are saved as they stand.
    /// </summary>
    public Task SaveAsync(CancellationToken cancellationToken)
    {
        DetectChanges();
        return db.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Saves for the last time: nobody looks at the new rows any more.</summary>
    internal Task EndAsync(CancellationToken cancellationToken)
    {
        DetectChanges();
        return db.HasOtherChanges ? db.SaveChangesAsync(cancellationToken) : storage.InsertAsync(db, cancellationToken);
    }

    private void DetectChanges()
    {
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        foreach (var entry in db.ChangeTracker.Entries().Where(entry => entry.State is EntityState.Unchanged or EntityState.Modified).ToList())
            entry.DetectChanges();
    }
}
