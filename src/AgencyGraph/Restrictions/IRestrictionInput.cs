namespace AgencyGraph.Restrictions;

/// <summary>What every decision on a record says.</summary>
public interface IRestrictionInput
{
    string Reason { get; }
}
