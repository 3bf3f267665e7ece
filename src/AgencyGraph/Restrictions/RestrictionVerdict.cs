namespace AgencyGraph.Restrictions;

/// <summary>What was decided on a record.</summary>
public enum RestrictionVerdict
{
    /// <summary>It is open to those alone who are named.</summary>
    Restricted,

    /// <summary>It is open again to all whom their role and relationships let see it.</summary>
    Lifted,
}
