using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Storage;

/// <summary>The one model, for both databases. Mappings stand beside their entities and are picked up from the assembly.</summary>
public abstract class AgencyDb(DbContextOptions options) : DbContext(options)
{
    /// <summary>Rows to be added with the next save.</summary>
    public NewRows NewRows { get; } = new();

    /// <summary>
    /// Keeps other writers from these rows of an entity until the end of the transaction. Nothing where there is one writer at a time.
    /// </summary>
    public virtual Task LockAsync<T>(IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
        where T : class
        => Task.CompletedTask;

    /// <summary>Saves what is tracked, and with it the new rows, which are tracked from then on.</summary>
    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        AddRange(NewRows.All);
        NewRows.Clear();
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <summary>Whether anything is to be saved besides the new rows, as far as changes have been looked for.</summary>
    public bool HasOtherChanges
        => ChangeTracker.Entries().Any(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted);

    /// <summary>Forgets what was read and what was not saved: what follows meets the database as if in a context of its own.</summary>
    public void Forget()
    {
        ChangeTracker.Clear();
        NewRows.Clear();
    }

    public override void Dispose()
    {
        NewRows.Clear();
        base.Dispose();
        GC.SuppressFinalize(this);
    }

    public override ValueTask DisposeAsync()
    {
        // Pooled: the next to use this context must not save what this one did not.
        NewRows.Clear();
        GC.SuppressFinalize(this);
        return base.DisposeAsync();
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        ArgumentNullException.ThrowIfNull(configurationBuilder);
        configurationBuilder.Conventions.Add(_ => new HouseConventions());
    }

    protected sealed override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        _ = modelBuilder.ApplyConfigurationsFromAssembly(typeof(AgencyDb).Assembly);
    }
}
