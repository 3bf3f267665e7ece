using AgencyGraph.Agencies;

namespace AgencyGraph.Visibility;

/// <summary>Who asks: one person or system, of one agency, in one role, for one purpose.</summary>
/// <param name="Subject">The issuer's name for the person or client.</param>
/// <param name="OnBehalfOf">The worker for whom a council's system acts; null when it acts for itself or the caller is a person.</param>
public sealed record Caller(string Subject, AgencyCode Agency, Role Role, Purpose Purpose, string? OnBehalfOf = null)
{
    /// <summary>The agency as the holder of a <see cref="Relationship"/>.</summary>
    public string AgencyHolder => Agency.Value;

    /// <summary>The person or system as the holder of a <see cref="Relationship"/>.</summary>
    public string WorkerHolder => Relationship.WorkerHolder(Agency.Value, Subject);

    /// <summary>The worker for whom a council's system acts, as the holder of a <see cref="Relationship"/>; the caller where it acts for nobody.</summary>
    public string ActedForHolder => OnBehalfOf is null ? WorkerHolder : Relationship.WorkerHolder(Agency.Value, OnBehalfOf);
}
