using AgencyGraph.Contract.Writes.Checks;

namespace AgencyGraph.Incidents;

/// <summary>How a force wants an incident to be handled by whoever receives it.</summary>
/// <param name="Handling">Handling instructions; null for none.</param>
/// <param name="NeedsConsent">Whether the force must agree before it goes beyond the council that received it.</param>
public sealed record Marking(ProtectiveMarking Protective, string? Handling, bool NeedsConsent)
{
    private static readonly TextRule HandlingRule = new(Incident.HandlingMaxLength, AllowsLines: true);

    internal static Marking Read(MarkingInput? input, FieldPath at, Faults faults)
    {
        if (input is null)
            return new Marking(ProtectiveMarking.Official, null, false);
        var protective = input.Protective is null ? ProtectiveMarking.Official : Codes.Of<ProtectiveMarking>(input.Protective, at["protective"], faults);
        var handling = HandlingRule.Read(input.Handling, at["handling"], faults);
        if (handling is not null && protective == ProtectiveMarking.Official)
            faults.Add(at["handling"], "goes with OFFICIAL_SENSITIVE alone; mark the incident so, or leave the instructions out.");
        return new Marking(protective.GetValueOrDefault(), handling, input.OriginatorConsentRequired);
    }
}
