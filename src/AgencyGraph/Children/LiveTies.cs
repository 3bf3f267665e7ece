using AgencyGraph.Storage;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Children;

/// <summary>
/// The relationships that some children have now, read once for a whole batch; none is begun twice. Whoever reads them holds the
/// children until the end of the transaction: a relationship is not ended by one writer while another finds a new reason for it.
/// </summary>
public sealed class LiveTies
{
    private const int ChildrenPerQuery = 1_000;

    private static readonly CompiledQuery<Func<AgencyDb, ChildId, IAsyncEnumerable<Relationship>>> OfOne = new(
        () => EF.CompileAsyncQuery((AgencyDb db, ChildId child)
            => db.Set<Relationship>().AsTracking().Where(tie => tie.To == null && tie.ChildId == child)));

    private readonly AgencyDb db;
    private readonly Dictionary<(ChildId Child, RelationshipKind Kind, string Holder), Relationship> live = [];

    private LiveTies(AgencyDb db) => this.db = db;

    public static async Task<LiveTies> ReadAsync(AgencyDb db, IEnumerable<ChildId> children, CancellationToken cancellationToken)
    {
        var ties = new LiveTies(db);
        // In the order of their ids, so that two writers who lock children do not wait for each other.
        foreach (var some in children.Except(MadeNow(db)).Order().Chunk(ChildrenPerQuery))
        {
            await db.LockAsync<Child>([.. some.Select(child => child.Value)], cancellationToken);
            await foreach (var tie in Of(db, some).WithCancellation(cancellationToken))
                _ = ties.live.TryAdd((tie.ChildId, tie.Kind, tie.Holder), tie);
        }

        return ties;
    }

    public bool Holds(ChildId child, RelationshipKind kind, string holder) => live.ContainsKey((child, kind, holder));

    public IReadOnlyList<string> HoldersOf(ChildId child, RelationshipKind kind)
        => [.. live.Keys.Where(key => key.Child == child && key.Kind == kind).Select(key => key.Holder)];

    /// <summary>Whether another agency, or a worker of one, has any relationship with the child.</summary>
    public bool AreHeldByOthers(ChildId child, string agency)
        => live.Keys.Any(key => key.Child == child && key.Kind != RelationshipKind.ConflictOfInterest
            && key.Holder != agency && !key.Holder.StartsWith($"{agency}/", StringComparison.Ordinal));

    /// <summary>Begins the relationship, unless it holds already.</summary>
    public void Begin(ChildId child, RelationshipKind kind, string holder, DateTime at)
    {
        if (Holds(child, kind, holder))
            return;

        var tie = new Relationship { Id = Guid.CreateVersion7(), ChildId = child, Kind = kind, Holder = holder, From = at };
        live.Add((child, kind, holder), tie);
        db.NewRows.Add(tie);
    }

    /// <summary>Ends the relationship, if it holds.</summary>
    public void End(ChildId child, RelationshipKind kind, string holder, DateTime at)
    {
        if (live.Remove((child, kind, holder), out var tie))
            tie.End(at);
    }

    private static IAsyncEnumerable<Relationship> Of(AgencyDb db, IReadOnlyList<ChildId> children)
        => children.Count == 1
            ? OfOne.For(db)(db, children[0])
            : db.Set<Relationship>().AsTracking().Where(tie => tie.To == null && children.Contains(tie.ChildId)).AsAsyncEnumerable();

    /// <summary>Made in this unit of work and not yet saved: nobody is tied to it in the database.</summary>
    private static IEnumerable<ChildId> MadeNow(AgencyDb db) => db.NewRows.Of<Child>().Select(child => child.Id);
}
