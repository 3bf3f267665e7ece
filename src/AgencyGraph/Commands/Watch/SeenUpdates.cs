namespace AgencyGraph.Commands.Watch;

/// <summary>Remembers the latest ids: an update may come twice, and its id is the same.</summary>
internal sealed class SeenUpdates
{
    private const int Most = 4096;

    private readonly HashSet<string> known = [];
    private readonly Queue<string> order = new();

    /// <returns>False when it has come before.</returns>
    public bool Add(string id)
    {
        if (!known.Add(id))
            return false;

        order.Enqueue(id);
        if (order.Count > Most)
            _ = known.Remove(order.Dequeue());
        return true;
    }
}
