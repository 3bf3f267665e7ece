using System.ComponentModel;

namespace AgencyGraph.Registrations;

/// <summary>An agency to be taken into the directory, as it comes in.</summary>
[Description("A school or a health body that takes part from now on. Councils and police forces are built in.")]
public sealed record RegisterAgencyInput
{
    [Description("A random UUID for this request. Sent again with the same body it has no second effect; with another body it is refused.")]
    public required Guid IdempotencyKey { get; init; }

    [Description("What names it from now on: 2 to 40 letters, digits and hyphens, for example its URN or ODS code. It cannot be changed.")]
    public required string Code { get; init; }

    [Description("SCHOOL or HEALTH_BODY.")]
    public required string Kind { get; init; }

    [Description("Its usual name, up to 120 characters.")]
    public required string Name { get; init; }

    [Description("How other agencies reach its safeguarding duty, up to 200 characters.")]
    public string? Contact { get; init; }
}
