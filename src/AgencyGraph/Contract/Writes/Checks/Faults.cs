namespace AgencyGraph.Contract.Writes.Checks;

/// <summary>Gathers every fault of one input, not only the first, up to a bound.</summary>
public sealed class Faults
{
    public const int Max = 20;

    private readonly List<Refusal> refusals = [];

    public bool Any => refusals.Count > 0;

    public bool IsFull => refusals.Count >= Max;

    public IReadOnlyList<Refusal> Refusals => refusals;

    public void Add(FieldPath at, string message)
    {
        if (refusals.Count < Max)
            refusals.Add(new Refusal(RefusalCode.InvalidInput, message, at.ToList()));
    }
}
