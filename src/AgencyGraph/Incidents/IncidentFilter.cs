using System.ComponentModel;
using AgencyGraph.Agencies;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Visibility;

namespace AgencyGraph.Incidents;

/// <summary>Narrows a list of incidents; what is given must all hold.</summary>
public sealed record IncidentFilter
{
    [Description("Only these kinds.")]
    public IReadOnlyList<IncidentKind>? Kinds { get; init; }

    [Description("Only these grades of risk.")]
    public IReadOnlyList<RiskGrade>? RiskGrades { get; init; }

    [Description("Only those of this force.")]
    public AgencyCode? Force { get; init; }

    [Description("Only those recorded at this instant or later.")]
    public DateTime? RecordedFrom { get; init; }

    [Description("Only those recorded before this instant.")]
    public DateTime? RecordedBefore { get; init; }

    [Description("Only those withheld whose decision was to be looked at again by this day, or has no such day.")]
    public DateOnly? ReviewDueBy { get; init; }

    internal static IEnumerable<FilterCondition> Conditions(IncidentFilter filter)
    {
        if (filter.Kinds is { } kinds)
            yield return FilterCondition.Of<Incident>(Detail.IncidentNotice, incident => kinds.Contains(incident.IncidentKind));
        if (filter.RiskGrades is { } grades)
            yield return FilterCondition.Of<Incident>(Detail.IncidentSummary, incident => grades.Contains(incident.RiskGrade));
        if (filter.Force is { } force)
            yield return FilterCondition.Of<Incident>(Detail.IncidentNotice, incident => incident.ForceCode == force);
        if (filter.RecordedFrom is { } from)
            yield return FilterCondition.Of<Incident>(Detail.IncidentNotice, incident => incident.RecordedAt >= from);
        if (filter.RecordedBefore is { } before)
            yield return FilterCondition.Of<Incident>(Detail.IncidentNotice, incident => incident.RecordedAt < before);
        if (filter.ReviewDueBy is { } day)
            yield return FilterCondition.Of<Incident>(
                Detail.SharingDecision, incident => incident.Sharing == Sharing.Withheld && (incident.ReviewOn == null || incident.ReviewOn <= day));
    }
}
