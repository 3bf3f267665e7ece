using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Storage;

/// <summary>Hands out contexts of whichever database is in use, as the one type that the rest of the exchange knows.</summary>
internal sealed class AgencyDbFactory<TDb>(IDbContextFactory<TDb> pool) : IDbContextFactory<AgencyDb>
    where TDb : AgencyDb
{
    public AgencyDb CreateDbContext() => pool.CreateDbContext();

    public async Task<AgencyDb> CreateDbContextAsync(CancellationToken cancellationToken = default)
        => await pool.CreateDbContextAsync(cancellationToken);
}
