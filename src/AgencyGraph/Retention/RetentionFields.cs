using AgencyGraph.Children;
using AgencyGraph.Contract;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Incidents;
using AgencyGraph.Missing;
using AgencyGraph.Referrals;
using AgencyGraph.Visibility;

namespace AgencyGraph.Retention;

/// <summary>The root fields about how long records are kept.</summary>
internal static class RetentionFields
{
    public static void Declare(GraphModel graph)
    {
        graph.Root(new ConnectionField(
            "retentionReviews", Permission.ReadRetentionReviews, "Your agency's own records that have come to the end of their time: those that wait for a decision, and those decided.",
            typeof(RetentionReviewGraph), RetentionReviewGraph.Listing));
        graph.Root(new ConnectionField(
            "legalHolds", Permission.PlaceLegalHolds, "The legal holds that your agency placed.", typeof(LegalHoldGraph), LegalHoldGraph.Listing));
        graph.Root(MutationField.Of<DecideRetentionInput, Located<DecideRetentionInput, RetentionReviewId>>(
            "decideRetention", Permission.DecideRetention, "Decides whether a record of your agency that has come to the end of its time is erased or kept.",
            typeof(RetentionReviewGraph), "review",
            input => new(input.IdempotencyKey, new(input, new RetentionReviewId(NodeId.DecodeOrEmpty(RetentionReviewGraph.Tag, input.Review))))));
        graph.Root(MutationField.Of<PlaceLegalHoldInput, HoldToPlace>(
            "placeLegalHold", Permission.PlaceLegalHolds, "Keeps a child, or one record, from being erased.", typeof(LegalHoldGraph), "hold",
            input => new(input.IdempotencyKey, ToPlace(input))));
        graph.Root(MutationField.Of<LiftLegalHoldInput, Located<LiftLegalHoldInput, LegalHoldId>>(
            "liftLegalHold", Permission.PlaceLegalHolds, "Lifts a legal hold of your agency.", typeof(LegalHoldGraph), "hold",
            input => new(input.IdempotencyKey, new(input, new LegalHoldId(NodeId.DecodeOrEmpty(LegalHoldGraph.Tag, input.Hold))))));
    }

    private static HoldToPlace ToPlace(PlaceLegalHoldInput input)
        => NodeId.TryDecode(input.Record, out var tag, out var id) ? new(input, KindOf(tag), id) : new(input, null, Guid.Empty);

    private static RecordKind? KindOf(char tag) => tag switch
    {
        ChildGraph.Tag => RecordKind.Child,
        ChildRecordGraph.Tag => RecordKind.ChildRecord,
        IncidentGraph.Tag => RecordKind.Incident,
        ReferralGraph.Tag => RecordKind.Referral,
        MissingEpisodeGraph.Tag => RecordKind.MissingEpisode,
        _ => null,
    };
}
