namespace AgencyGraph.Storage;

/// <summary>
/// Rows that a unit of work adds and does not look at again. Nobody tracks what becomes of them, so that where nothing else is changed
/// they cost no more than their statements. Queries see them once they are saved; who made them finds them here.
/// </summary>
public sealed class NewRows
{
    private readonly Dictionary<Type, List<object>> rows = [];

    public bool Any => rows.Count > 0;

    /// <summary>All of them; those of one type in the order in which they were added.</summary>
    internal IEnumerable<object> All => rows.Values.SelectMany(some => some);

    public void Add<T>(T row)
        where T : class
    {
        if (!rows.TryGetValue(typeof(T), out var some))
            rows[typeof(T)] = some = [];
        some.Add(row);
    }

    public void AddRange<T>(IEnumerable<T> added)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(added);
        foreach (var row in added)
            Add(row);
    }

    /// <summary>Those of one type, in the order in which they were added.</summary>
    public IEnumerable<T> Of<T>()
        where T : class
        => Of(typeof(T)).Cast<T>();

    internal IReadOnlyList<object> Of(Type type) => rows.TryGetValue(type, out var some) ? some : [];

    public void Clear() => rows.Clear();
}
