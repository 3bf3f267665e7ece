using AgencyGraph.Children;

namespace AgencyGraph.Incidents;

/// <summary>An adult's part in an incident. Alleged perpetrators have a detail class of their own.</summary>
public sealed class AdultInvolvement
{
    public required Guid Id { get; init; }

    public required IncidentId IncidentId { get; init; }

    public Incident? Incident { get; init; }

    public required AdultRole Role { get; init; }

    public required string GivenName { get; init; }

    public required string Surname { get; init; }

    /// <summary>Null when not known.</summary>
    public DateOnly? BornOn { get; init; }

    public Sex? Sex { get; init; }

    public Address? UsualAddress { get; init; }

    public Address? SafeAddress { get; init; }

    /// <summary>The order in which the force listed the persons.</summary>
    public required int Ordinal { get; init; }
}
