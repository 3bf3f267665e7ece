namespace AgencyGraph.Contract.Disclosure;

/// <summary>
/// Which records an answer shows, as they count for a reader's budget: every child, and every other record that the operation found for itself. What
/// stands below a child comes with the child.
/// </summary>
internal sealed class ShownRecords
{
    private readonly HashSet<Guid> ids = [];

    public IReadOnlyCollection<Guid> Ids => ids;

    public void Add(Guid id) => ids.Add(id);
}
