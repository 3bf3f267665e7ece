using System.ComponentModel;

namespace AgencyGraph.Incidents;

/// <summary>A force's protective marking of an incident, as it comes in.</summary>
[Description("How the incident is to be handled by whoever receives it.")]
public sealed record MarkingInput
{
    [Description("OFFICIAL or OFFICIAL_SENSITIVE; OFFICIAL where it is left out.")]
    public string? Protective { get; init; }

    [Description("Handling instructions for OFFICIAL_SENSITIVE, up to 500 characters.")]
    public string? Handling { get; init; }

    [Description(
        "True: your force must agree before it goes beyond the council that received it. Nobody else is shown it, and nobody else may refer on "
            + "it. You agree by a correction in which this is false.")]
    public bool OriginatorConsentRequired { get; init; }
}
