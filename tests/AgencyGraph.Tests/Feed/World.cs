using AgencyGraph.Agencies;
using AgencyGraph.Feed;
using AgencyGraph.Visibility;

namespace AgencyGraph.Tests.Feed;

/// <summary>Two forces and two councils, and short words for what happens between them.</summary>
internal static class World
{
    public static readonly AgencyCode Manchester = new("greater-manchester");
    public static readonly AgencyCode Lancashire = new("lancashire");
    public static readonly AgencyCode Bury = new("BUR");
    public static readonly AgencyCode Bolton = new("BOL");

    private static readonly DateTime Noon = new(2025, 11, 3, 12, 0, 0, DateTimeKind.Utc);

    public static Caller Police(AgencyCode force) => new("records", force, Role.PoliceSystem, Purpose.Safeguarding);

    public static Caller Hub(AgencyCode council, string subject = "hub")
        => new(subject, council, Role.HubPractitioner, Purpose.Safeguarding);

    public static Caller Worker(AgencyCode council, string subject) => new(subject, council, Role.SocialWorker, Purpose.Safeguarding);

    public static FeedDraft Incident(AgencyCode force, AgencyCode council, bool isShared = true, params IReadOnlyList<ChildId> children)
        => new(UpdateKind.IncidentRecorded, RecordKind.Incident, Guid.CreateVersion7(), 1, force, council, isShared, children, Noon);

    public static Relationship Allocated(ChildId child, AgencyCode council, string subject)
        => Tie(child, RelationshipKind.AllocatedWorker, Relationship.WorkerHolder(council.Value, subject));

    public static Relationship Tie(ChildId child, RelationshipKind kind, string holder)
        => new() { Id = Guid.CreateVersion7(), ChildId = child, Kind = kind, Holder = holder, From = Noon };

    public static StreamRequest Request(this FeedExchange exchange, Caller caller, string? after = null, IUpdateRenderer? renderer = null)
        => new() { Caller = caller, AudienceKey = "document", After = after, Renderer = renderer ?? new PlainRenderer(exchange.Markers) };
}
