using AgencyGraph.Children;
using AgencyGraph.Incidents;
using AgencyGraph.Missing;
using AgencyGraph.Referrals;
using AgencyGraph.Storage;
using AgencyGraph.Visibility;

namespace AgencyGraph.Retention;

/// <summary>Puts a record before its controller.</summary>
internal static class NewReview
{
    public static void Add(AgencyDb db, DueRecord due, DateTime at)
    {
        var (kind, id) = (due.Record.Kind, due.Record.Id);
        var review = new RetentionReview
        {
            Id = RetentionReviewId.New(),
            ControllerCode = due.Record.Controller,
            RecordKind = kind,
            RecordId = id,
            ChildRecordId = kind == RecordKind.ChildRecord ? new ChildRecordId(id) : null,
            IncidentId = kind == RecordKind.Incident ? new IncidentId(id) : null,
            ReferralId = kind == RecordKind.Referral ? new ReferralId(id) : null,
            MissingEpisodeId = kind == RecordKind.MissingEpisode ? new MissingEpisodeId(id) : null,
            DueAt = due.DueAt,
            RunsFrom = due.Period.RunsFrom,
            Years = due.Period.Years,
            Source = due.Period.Source,
            RaisedAt = at,
        };
        _ = db.Add(review);
        db.AddRange(due.Record.Children.Distinct().Select(child => new ReviewedChild { ReviewId = review.Id, ChildId = child }));
    }
}
