using AgencyGraph.Children;
using AgencyGraph.Contract.Basics;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Visibility;

namespace AgencyGraph.Incidents;

/// <summary>The graph type <c>Incident</c>.</summary>
public sealed class IncidentGraph : RecordGraph<Incident>
{
    public const char Tag = 'i';

    public IncidentGraph() : base("Incident", "An incident with a child in it, recorded by a force at once; shared, or withheld with a reason.")
    {
        Id(Tag, incident => incident.Id);
        Field("version", incident => incident.Version, Detail.Open, "Rises by one with each change; pass it as `expectedVersion`.");
        Object("force", incident => incident.Force, typeof(AgencyBodyGraph), Detail.IncidentNotice, "The force that recorded it.");
        Field("reference", incident => incident.Reference, Detail.IncidentNotice, "The force's own reference; unique within the force.");
        Object("council", incident => incident.Council, typeof(AgencyBodyGraph), Detail.ReceivingCouncil, "The council where the child lives, to whom it is told.");
        Field("kind", incident => incident.IncidentKind, Detail.IncidentNotice, "What kind of incident.");
        Field("riskGrade", incident => incident.RiskGrade, Detail.IncidentSummary, "The force's grade of risk.");
        Field("factors", incident => incident.Factors, Detail.AssessmentFactors, "Assessment factor codes (`3A`: domestic abuse, the child) as the force gave them.");
        Field("revision", incident => incident.Revision, Detail.IncidentSummary, "1 as first recorded; each correction adds one.");
        Optional("correctionReason", incident => incident.CorrectionReason, Detail.IncidentSummary, "Why it was last corrected; null while it stands as first recorded.");
        Field("occurredAt", incident => incident.OccurredAt, Detail.IncidentNotice, "When it happened.");
        Field("reportedAt", incident => incident.ReportedAt, Detail.IncidentNotice, "When the police were told.");
        Field("recordedAt", incident => incident.RecordedAt, Detail.IncidentNotice, "When the force wrote it in its record system.");
        Optional("riskAssessedAt", incident => incident.RiskAssessedAt, Detail.IncidentSummary, "When the force graded the risk; null until it has.");
        Optional("sharedAt", incident => incident.SharedAt, Detail.IncidentNotice, "When it was shared with the council; null while it is withheld.");
        Field("receivedAt", incident => incident.ReceivedAt, Detail.IncidentSummary, "When the exchange took it in.");
        Field("ingestMode", incident => incident.IngestMode, Detail.IncidentSummary, "How it came in.");
        Many("deliveries", incident => incident.Id, Link.Own((Delivery delivery) => delivery.IncidentId), typeof(DeliveryGraph), DeliveryGraph.Listing, Detail.ReceivingCouncil, "To whom it was sent, when it arrived, when they said so.");
        Many("children", incident => incident.Id, Link.Own((ChildInvolvement child) => child.IncidentId), typeof(ChildInvolvementGraph), ChildInvolvementGraph.Listing, Detail.IncidentNotice, "The children in it whom you may see.");
        Many("adults", incident => incident.Id, AdultInvolvementGraph.Others, typeof(AdultInvolvementGraph), AdultInvolvementGraph.Listing, Detail.Household, "The adults in it other than alleged perpetrators.");
        Many("allegedPerpetrators", incident => incident.Id, AllegedPerpetratorGraph.Of, typeof(AllegedPerpetratorGraph), AdultInvolvementGraph.Listing, Detail.AllegedPerpetrator, "Those who are alleged to have done harm.");
        OptionalObject("location", incident => incident.Location, typeof(AddressGraph), Detail.IncidentLocation, "Where it happened.");
        OptionalObject(
            "safeLocation", incident => incident.SafeLocation, typeof(AddressGraph), Detail.SafeAddress,
            "Where it happened, if that is a refuge or other address that must not reach the person who is a danger. Never pass it on.");
        FreeText("narrative", incident => incident.Narrative, Detail.Narrative, "What happened, in the force's words.");
        OptionalObject("informant", incident => incident.Informant, typeof(InformantGraph), Detail.Informant, "Who told the police; null where no informant was recorded.");
        Object("marking", incident => incident, typeof(MarkingGraph), Detail.IncidentNotice, "How it is to be handled by whoever receives it.");
        Object("sharing", incident => incident, typeof(SharingDecisionGraph), Detail.SharingDecision, "The decision to share it or not.");
        Withheld();
        Withholds(Detail.SafeAddress, "safeLocation", incident => incident.SafeLocation != null);
    }

    public static Listing Listing { get; } = new(
        "Incident",
        [
            new ListOrder(
                "RECORDED_LAST", "By when they were recorded, latest first.", Detail.IncidentNotice,
                [OrderKey.Descending((Incident incident) => incident.RecordedAt), OrderKey.Descending((Incident incident) => incident.Id)]),
            new ListOrder(
                "RECORDED_FIRST", "By when they were recorded, earliest first.", Detail.IncidentNotice,
                [OrderKey.Ascending((Incident incident) => incident.RecordedAt), OrderKey.Ascending((Incident incident) => incident.Id)]),
        ],
        ListFilter.Of<IncidentFilter>(IncidentFilter.Conditions));
}
