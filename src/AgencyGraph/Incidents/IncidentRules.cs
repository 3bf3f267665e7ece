using AgencyGraph.Agencies;
using AgencyGraph.Children;
using AgencyGraph.Contract.Writes.Checks;

namespace AgencyGraph.Incidents;

/// <summary>What an incident must be to be taken in. Every fault is told, each with its place in the input.</summary>
public static class IncidentRules
{
    private static readonly TextRule Narrative = new(Incident.NarrativeMaxLength, AllowsLines: true);
    private static readonly TextRule Reason = new(Incident.ReasonMaxLength, AllowsLines: true);

    /// <returns>The incident; null when there is a fault.</returns>
    public static ReportedIncident? Read(IncidentContent content, DateTime now, AgencyDirectory agencies, Faults faults)
    {
        var path = FieldPath.Input;
        var kind = Codes.Of<IncidentKind>(content.Kind, path["kind"], faults);
        var council = Codes.Council(content.Council, agencies, path["council"], faults);
        var times = TimeRules.Read(content, now, faults);
        var grade = Codes.Of<RiskGrade>(content.RiskGrade, path["riskGrade"], faults);
        var factors = FactorCodes.Read(content.Factors, path["factors"], faults);
        var decidedOn = times is null ? (DateOnly?)null : Moments.LondonDate(times.RecordedAt);
        var sharing = SharingRules.Read(content.Sharing, decidedOn, path["sharing"], faults);
        var persons = new PersonRules(times?.OccurredAt, now, faults).Read(content.Persons, path["persons"]);
        var location = AddressRules.Read(content.Location, path["location"], faults);
        var marking = Marking.Read(content.Marking, path["marking"], faults);
        var narrative = Narrative.Read(content.Narrative, path["narrative"], faults);

        var isSafe = content.Location?.IsSafe ?? false;
        return faults.Any || times is null ? null
            : new ReportedIncident(
                kind!.Value, council!.Code, times, grade!.Value, factors, sharing, persons, isSafe ? null : location, isSafe ? location : null, narrative, marking);
    }

    /// <returns>The reason of a correction; null as first recorded, or when there is a fault.</returns>
    public static string? ReadRevision(IncidentInput input, Faults faults)
    {
        var path = FieldPath.Input["correctionReason"];
        if (input.Revision < 1)
            faults.Add(FieldPath.Input["revision"], "must be 1 as first recorded, and higher for a correction.");
        if (input.Revision > 1)
            return ReadReason(input.CorrectionReason, path, faults);
        if (input.Revision == 1 && !string.IsNullOrWhiteSpace(input.CorrectionReason))
            faults.Add(path, "is given, but revision 1 corrects nothing; raise the revision or leave the reason out.");
        return null;
    }

    public static string? ReadReason(string? text, FieldPath at, Faults faults)
        => Reason.Require(text, at, faults, "is needed: say why the incident is corrected.");
}
