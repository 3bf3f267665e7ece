using AgencyGraph.Children;
using AgencyGraph.Contract.Basics;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Incidents;
using AgencyGraph.Missing;
using AgencyGraph.Referrals;
using AgencyGraph.Visibility;

namespace AgencyGraph.Retention;

/// <summary>The graph type <c>RetentionReview</c>.</summary>
public sealed class RetentionReviewGraph : RecordGraph<RetentionReview>
{
    public const char Tag = 'v';

    public RetentionReviewGraph() : base(
        "RetentionReview", "That a record of your agency has come to the end of its time, and what was decided. It erases nothing by itself.")
    {
        Id(Tag, review => review.Id);
        Field("version", review => review.Version, Detail.Open, "Rises by one with the decision; pass it as `expectedVersion`.");
        Object("controller", review => review.Controller, typeof(AgencyBodyGraph), Detail.Retention, "The agency that answers for the record, and decides.");
        Field("kind", review => review.RecordKind, Detail.Retention, "What kind of record it is.");
        Reference("childRecord", review => review.ChildRecordId, typeof(ChildRecordGraph), Detail.Retention, "The record, where it is one of a child; null once it is erased.");
        Reference("incident", review => review.IncidentId, typeof(IncidentGraph), Detail.Retention, "The record, where it is an incident; null once it is erased.");
        Reference("referral", review => review.ReferralId, typeof(ReferralGraph), Detail.Retention, "The record, where it is a referral; null once it is erased.");
        Reference("missingEpisode", review => review.MissingEpisodeId, typeof(MissingEpisodeGraph), Detail.Retention, "The record, where it is a missing episode; null once it is erased.");
        Field("dueAt", review => review.DueAt, Detail.Retention, "When its time came to an end.");
        Field("runsFrom", review => review.RunsFrom, Detail.Retention, "From when the years are counted.");
        Field("years", review => review.Years, Detail.Retention, "How many years such records are kept until they are looked at.");
        Field("source", review => review.Source, Detail.Retention, "The document that says so.");
        Field("raisedAt", review => review.RaisedAt, Detail.Retention, "When the exchange put it before the agency.");
        Optional("verdict", review => review.Verdict, Detail.Retention, "What was decided; null until then.");
        Optional("keepUntil", review => review.KeepUntil, Detail.Retention, "Until when the record is kept; then it is looked at again. Null where it is not kept.");
        FreeText("reason", review => review.Reason, Detail.Retention, "Why it was decided so; null until then.");
        Optional("by", review => review.By, Detail.Retention, "Who decided, by the subject of the sign-in; null until then.");
        Optional("decidedAt", review => review.DecidedAt, Detail.Retention, "When it was decided; null until then.");
    }

    public static Listing Listing { get; } = new(
        "RetentionReview",
        [
            new ListOrder(
                "DUE_FIRST", "By when their time came to an end, earliest first.", Detail.Retention,
                [OrderKey.Ascending((RetentionReview review) => review.DueAt), OrderKey.Ascending((RetentionReview review) => review.Id)]),
        ],
        ListFilter.Of<RetentionReviewFilter>(RetentionReviewFilter.Conditions));
}
