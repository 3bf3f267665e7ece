namespace AgencyGraph.Conflicts;

/// <summary>What was decided on a worker and a child.</summary>
public enum ConflictVerdict
{
    /// <summary>The worker is linked to a party: nothing about the child is shown to the worker.</summary>
    Declared,

    /// <summary>The worker is not, or no longer.</summary>
    Ended,
}
