namespace AgencyGraph.Missing;

/// <summary>How a missing child came to light.</summary>
public enum HowFound
{
    /// <summary>The child came back.</summary>
    Returned,

    /// <summary>Police officers found the child.</summary>
    FoundByPolice,

    /// <summary>The family or a carer found the child.</summary>
    FoundByFamilyOrCarer,

    /// <summary>Somebody else found the child.</summary>
    FoundByOthers,
}
