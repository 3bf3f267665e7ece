using AgencyGraph.Children;
using AgencyGraph.Contract.Basics;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Visibility;

namespace AgencyGraph.Missing;

/// <summary>The graph type <c>MissingEpisode</c>.</summary>
public sealed class MissingEpisodeGraph : RecordGraph<MissingEpisode>
{
    public const char Tag = 'm';

    public MissingEpisodeGraph() : base("MissingEpisode", "That a child was missing: reported by a force, told to the council, until the child was found and spoken to.")
    {
        var repeats = Link.Through((RepeatedEpisode repeat) => repeat.EpisodeId, repeat => repeat.Earlier!);

        Id(Tag, episode => episode.Id);
        Field("version", episode => episode.Version, Detail.Open, "Rises by one with each change; pass it as `expectedVersion`.");
        Object("force", episode => episode.Force, typeof(AgencyBodyGraph), Detail.MissingNotice, "The force that was told.");
        Field("reference", episode => episode.Reference, Detail.MissingNotice, "The force's own reference; unique among the force's episodes.");
        Object("council", episode => episode.Council, typeof(AgencyBodyGraph), Detail.ReceivingCouncil, "The council where the child lives, to whom it is told.");
        Reference("child", episode => episode.ChildId, typeof(ChildGraph), Detail.MissingNotice, "The child.");
        Reference("record", episode => episode.RecordId, typeof(ChildRecordGraph), Detail.Identity, "What the force recorded of the child then.");
        Field("type", episode => episode.MissingType, Detail.MissingNotice, "In which sense the child was missing.");
        Field("startedAt", episode => episode.StartedAt, Detail.MissingNotice, "When the child was last seen.");
        Field("reportedAt", episode => episode.ReportedAt, Detail.MissingNotice, "When the police were told.");
        Field("recordedAt", episode => episode.RecordedAt, Detail.MissingNotice, "When the force wrote it in its record system.");
        Field("receivedAt", episode => episode.ReceivedAt, Detail.MissingSummary, "When the exchange took it in, and so sent it to the council.");
        Field("ingestMode", episode => episode.IngestMode, Detail.MissingSummary, "How it came in.");
        Field("revision", episode => episode.Revision, Detail.MissingSummary, "1 as first reported; each correction adds one.");
        Optional("correctionReason", episode => episode.CorrectionReason, Detail.MissingSummary, "Why it was last corrected; null while it stands as first reported.");
        Field("risk", episode => episode.Risk, Detail.MissingSummary, "The force's grade of risk to the child.");
        FreeText("circumstances", episode => episode.Circumstances, Detail.MissingCircumstances, "In what circumstances the child went missing, in the force's words.");
        Optional("foundAt", episode => episode.FoundAt, Detail.MissingNotice, "When the child was found or came back; null while the child is missing.");
        Optional("foundRecordedAt", episode => episode.FoundRecordedAt, Detail.MissingSummary, "When the force wrote that in its record system.");
        Optional("foundReceivedAt", episode => episode.FoundReceivedAt, Detail.MissingSummary, "When the exchange took that in, and so sent it to the council.");
        Optional("howFound", episode => episode.HowFound, Detail.MissingSummary, "How the child was found; null while the child is missing.");
        Facet(
            "places", typeof(EpisodePlacesGraph), episode => episode.MissingFrom != null || episode.FoundPlace != null, Detail.MissingPlace,
            "From where the child went missing, and where the child was found; null where neither is known, or the child is kept safe anywhere.");
        Facet(
            "safePlaces", typeof(SafeEpisodePlacesGraph), episode => episode.SafeMissingFrom != null || episode.SafeFoundPlace != null, Detail.SafeAddress,
            "The same where it is a refuge or other address that must not reach the person who is a danger. Never pass it on.");
        Facet(
            "status", typeof(StatedStatusGraph), episode => episode.StatusStatedAt != null, Detail.PlanStatus,
            "Whether the child was looked after or on a plan, and who says so; null where nobody has said.");
        Facet(
            "returnInterview", typeof(ReturnInterviewGraph), episode => episode.InterviewOfferedAt != null, Detail.ReturnInterview,
            "The return interview as far as it has come; null until it is offered.");
        Optional(
            "councilToldAt", Told(SendingOccasion.Missing), Detail.ReceivingCouncil,
            "When word of it first reached the council's receiver, as the exchange measured it; null while it has not, or that is not known.");
        Optional(
            "councilToldOfReturnAt", Told(SendingOccasion.Found), Detail.ReceivingCouncil,
            "When word of the child's return first reached the council's receiver; null while it has not, or that is not known.");
        Many("deliveries", episode => episode.Id, Link.Own((EpisodeDelivery delivery) => delivery.EpisodeId), typeof(EpisodeDeliveryGraph), EpisodeDeliveryGraph.Listing, Detail.ReceivingCouncil, "To whom it was sent, when it arrived, when they said so.");
        First("repeatOf", episode => episode.Id, repeats, typeof(MissingEpisodeGraph), Latest, Detail.MissingSummary, "The child's last episode in the 90 days before this one that you may see; null where there is none.");
        Connection("earlierEpisodes", episode => episode.Id, repeats, typeof(MissingEpisodeGraph), Listing, Detail.MissingSummary, "The child's episodes in the 90 days before this one that you may see.");
        Withheld();
        Withholds(Detail.SafeAddress, "safePlaces", episode => episode.SafeMissingFrom != null || episode.SafeFoundPlace != null);
        Withholds(Detail.MissingPlace, "places", episode => episode.MissingFrom != null || episode.FoundPlace != null);
    }

    public static Listing Listing { get; } = new(
        "MissingEpisode",
        [
            new ListOrder(
                "STARTED_LAST", "By when the children were last seen, latest first.", Detail.MissingNotice,
                [OrderKey.Descending((MissingEpisode episode) => episode.StartedAt), OrderKey.Descending((MissingEpisode episode) => episode.Id)]),
            new ListOrder(
                "STARTED_FIRST", "By when the children were last seen, earliest first.", Detail.MissingNotice,
                [OrderKey.Ascending((MissingEpisode episode) => episode.StartedAt), OrderKey.Ascending((MissingEpisode episode) => episode.Id)]),
        ],
        ListFilter.Of<MissingEpisodeFilter>(MissingEpisodeFilter.Conditions));

    /// <summary>Those who are missing now, whoever is missing longest first.</summary>
    public static Listing Now { get; } = new(
        "MissingNow",
        [
            new ListOrder(
                "LONGEST_FIRST", "By when the children were last seen, earliest first.", Detail.MissingNotice,
                [OrderKey.Ascending((MissingEpisode episode) => episode.StartedAt), OrderKey.Ascending((MissingEpisode episode) => episode.Id)]),
        ])
    {
        Standing = FilterCondition.Of<MissingEpisode>(Detail.MissingNotice, episode => episode.FoundAt == null),
    };

    private static Listing Latest { get; } = new(
        "MissingEpisode",
        [
            new ListOrder(
                "STARTED_LAST", "By when the children were last seen, latest first.", Detail.MissingNotice,
                [OrderKey.Descending((MissingEpisode episode) => episode.StartedAt), OrderKey.Descending((MissingEpisode episode) => episode.Id)]),
        ]);

    private static System.Linq.Expressions.Expression<Func<MissingEpisode, DateTime?>> Told(SendingOccasion occasion)
        => occasion == SendingOccasion.Missing
            ? episode => episode.Deliveries.Where(delivery => delivery.Occasion == SendingOccasion.Missing && delivery.ToCode == episode.CouncilCode)
                .Min(delivery => delivery.DeliveredAt ?? delivery.AcknowledgedAt)
            : episode => episode.Deliveries.Where(delivery => delivery.Occasion == SendingOccasion.Found && delivery.ToCode == episode.CouncilCode)
                .Min(delivery => delivery.DeliveredAt ?? delivery.AcknowledgedAt);
}
