namespace AgencyGraph.Suspensions;

/// <summary>What every decision on somebody's access says.</summary>
public interface IAccessDecisionInput
{
    AccessHolderBy Whom { get; }

    string Reason { get; }
}
