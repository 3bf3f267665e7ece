using AgencyGraph.Contract.Reading;
using AgencyGraph.Feed;
using AgencyGraph.Storage;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Contract.Engine;

/// <summary>The seal of page cursors, from the key that every node shares.</summary>
internal sealed class PageCursors(IDbContextFactory<AgencyDb> databases)
{
    private PageSeal? known;

    public async ValueTask<PageSeal> SealAsync(CancellationToken cancellationToken)
    {
        if (known is { } seal)
            return seal;
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return known = new PageSeal((await FeedHeads.ReadAsync(db, cancellationToken)).CursorKey);
    }
}
