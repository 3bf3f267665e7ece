namespace AgencyGraph.Agencies;

/// <summary>A body that takes part in the exchange.</summary>
public sealed class Agency
{
    public const int NameMaxLength = 120;
    public const int ContactMaxLength = 200;

    public required AgencyCode Code { get; init; }

    public required AgencyKind Kind { get; init; }

    public required string Name { get; init; }

    /// <summary>The council's code in the Government Statistical Service's list; null for a force.</summary>
    public string? GssCode { get; init; }

    /// <summary>The English region of a council; null for a force.</summary>
    public string? Region { get; init; }

    /// <summary>The territorial force whose area holds this council; null for a force.</summary>
    public AgencyCode? ForceCode { get; init; }

    public Agency? Force { get; init; }

    /// <summary>What every reference of this force begins with (<c>GMP</c>); null for a council.</summary>
    public string? ReferencePrefix { get; init; }

    /// <summary>How other agencies reach its safeguarding duty; null until it has said.</summary>
    public string? Contact { get; set; }

    /// <summary>When it was taken into the directory; null for those that are built in.</summary>
    public DateTime? RegisteredAt { get; init; }
}
