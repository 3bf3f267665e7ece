using AgencyGraph.Children;
using AgencyGraph.Contract.Basics;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Incidents;
using AgencyGraph.Missing;
using AgencyGraph.Referrals;
using AgencyGraph.Visibility;

namespace AgencyGraph.Retention;

/// <summary>The graph type <c>LegalHold</c>.</summary>
public sealed class LegalHoldGraph : RecordGraph<LegalHold>
{
    public const char Tag = 'z';

    public LegalHoldGraph() : base(
        "LegalHold", "That a child, or one record, must not be erased, because an inquiry or a court may ask for it: by whom, why and since when.")
    {
        Id(Tag, hold => hold.Id);
        Field("version", hold => hold.Version, Detail.Open, "1 while it stands, 2 once it is lifted; pass it as `expectedVersion`.");
        Field("kind", hold => hold.RecordKind, Detail.LegalHold, "What kind of record is held.");
        Reference("child", hold => hold.ChildId, typeof(ChildGraph), Detail.LegalHold, "What is held, where it is a child.");
        Reference("childRecord", hold => hold.ChildRecordId, typeof(ChildRecordGraph), Detail.LegalHold, "What is held, where it is a record of a child.");
        Reference("incident", hold => hold.IncidentId, typeof(IncidentGraph), Detail.LegalHold, "What is held, where it is an incident.");
        Reference("referral", hold => hold.ReferralId, typeof(ReferralGraph), Detail.LegalHold, "What is held, where it is a referral.");
        Reference("missingEpisode", hold => hold.MissingEpisodeId, typeof(MissingEpisodeGraph), Detail.LegalHold, "What is held, where it is a missing episode.");
        FreeText("reason", hold => hold.Reason, Detail.LegalHold, "Why.");
        Object("byAgency", hold => hold.ByAgency, typeof(AgencyBodyGraph), Detail.LegalHold, "The agency that placed it, and alone lifts it.");
        Field("by", hold => hold.By, Detail.LegalHold, "Who placed it, by the subject of the sign-in.");
        Field("placedAt", hold => hold.PlacedAt, Detail.LegalHold, "Since when it stands.");
        Optional("liftedAt", hold => hold.LiftedAt, Detail.LegalHold, "When it was lifted; null while it stands.");
        Optional("liftedBy", hold => hold.LiftedBy, Detail.LegalHold, "Who lifted it, by the subject of the sign-in; null while it stands.");
        FreeText("liftReason", hold => hold.LiftReason, Detail.LegalHold, "Why it was lifted; null while it stands.");
    }

    public static Listing Listing { get; } = new(
        "LegalHold",
        [
            new ListOrder(
                "PLACED_LAST", "By when they were placed, latest first.", Detail.LegalHold,
                [OrderKey.Descending((LegalHold hold) => hold.PlacedAt), OrderKey.Descending((LegalHold hold) => hold.Id)]),
        ]);
}
