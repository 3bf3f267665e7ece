using System.ComponentModel;

namespace AgencyGraph.Incidents;

/// <summary>A force's decision to share or to withhold, as it comes in.</summary>
[Description("The decision to share an incident with the council, or to withhold it.")]
public sealed record SharingInput
{
    [Description("True: shared with the council. False: recorded and withheld, with the reason.")]
    public required bool Shared { get; init; }

    [Description("Why it is withheld, 1 to 1,000 characters; needed when withheld, left out when shared.")]
    public string? Reason { get; init; }

    [Description("When the decision to withhold is looked at again, YYYY-MM-DD, not before it was recorded; left out when shared.")]
    public string? ReviewOn { get; init; }
}
