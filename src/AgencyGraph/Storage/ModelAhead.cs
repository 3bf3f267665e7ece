using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Storage;

/// <summary>
/// The database's model takes a third of a start to make. It is begun on a core of its own while the rest of the server is put together,
/// and whoever needs it waits for what is left of it.
/// </summary>
public sealed class ModelAhead(IDbContextFactory<AgencyDb> databases)
{
    private Task? making;

    /// <summary>Begins, once.</summary>
    public void Begin() => making ??= Task.Run(async () =>
    {
        await using var db = await databases.CreateDbContextAsync();
        _ = db.Model;
    });

    /// <exception cref="InvalidOperationException">There is something wrong with it.</exception>
    public Task MadeAsync(CancellationToken cancellationToken) => making?.WaitAsync(cancellationToken) ?? Task.CompletedTask;
}
