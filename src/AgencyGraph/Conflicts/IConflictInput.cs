namespace AgencyGraph.Conflicts;

/// <summary>What every decision on a conflict of interest says.</summary>
public interface IConflictInput
{
    string Worker { get; }

    string Reason { get; }
}
