namespace AgencyGraph.Suspensions;

/// <summary>Whose access can be suspended.</summary>
public enum AccessHolder
{
    /// <summary>A person or system, by the subject of its tokens, whatever their agency.</summary>
    Subject,

    /// <summary>A program that is registered at the issuer, by its client id, whoever uses it.</summary>
    Client,

    /// <summary>Everybody of an agency, its systems included.</summary>
    Agency,

    /// <summary>A person or system of an agency as long as it acts in one role; in its others it may go on.</summary>
    Role,
}
