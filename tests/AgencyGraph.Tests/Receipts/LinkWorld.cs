using System.Text.Json.Nodes;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;
using static AgencyGraph.Tests.Receipts.Acknowledging;

namespace AgencyGraph.Tests.Receipts;

/// <summary>A force that records, shares and withholds, councils that acknowledge, and beside them plain lists of what that makes.</summary>
internal sealed class LinkWorld : IAsyncDisposable
{
    private readonly ExchangeCaller force;
    private readonly Random chance;
    private readonly List<Council> councils = [];
    private readonly List<Incident> incidents = [];

    private LinkWorld(ExchangeCaller force, Random chance) => (this.force, this.chance) = (force, chance);

    public static async Task<LinkWorld> StartAsync(RunningExchange exchange, IEnumerable<string> codes, Random chance)
    {
        var world = new LinkWorld(exchange.As(Role.PoliceSystem, Sample.Force), chance);
        foreach (var code in codes)
        {
            var system = exchange.As(Role.CouncilSystem, code);
            var council = new Council(code, system, await system.SubscribeAsync(Follow));
            world.councils.Add(council);
            await world.RecordAsync(council, world.incidents.Count, isShared: true);
            var cursor = await council.Stream.NextCursorAsync();
            await system.BecomeReceiverAsync(cursor);
        }

        return world;
    }

    public async Task StepAsync(int step)
    {
        var council = councils[chance.Next(councils.Count)];
        switch (chance.Next(6))
        {
            case 0 when incidents.Where(incident => incident is { Sent: null }).ToList() is [var withheld, ..]:
                await ShareAsync(withheld);
                break;
            case 1 when incidents.LastOrDefault(incident => incident is { Sent.IsAcknowledged: false }) is { } shared:
                await WithholdAsync(shared);
                break;
            case 2 or 3 when council.Sent.Exists(sent => sent.IsWaiting):
                await AcknowledgeAsync(council);
                break;
            default:
                await RecordAsync(council, 1_000 + step, chance.Next(4) > 0);
                break;
        }
    }

    public string Expected() => string.Join('\n', councils.OrderBy(council => council.Code, StringComparer.Ordinal).Select(council => Line(
        council.Code, council.Sent.LastOrDefault()?.SentAt, council.LastAcknowledgedAt, council.Sent.Count(sent => sent.IsWaiting),
        council.Sent.Find(sent => sent.IsWaiting)?.SentAt)));

    public static string Line(string to, string? lastSentAt, string? lastAcknowledgedAt, int waiting, string? oldestWaitingAt)
        => $"{to} sent {lastSentAt} acknowledged {lastAcknowledgedAt} waiting {waiting} since {oldestWaitingAt}";

    public async ValueTask DisposeAsync()
    {
        foreach (var council in councils)
            await council.Stream.DisposeAsync();
    }

    private async Task RecordAsync(Council council, int number, bool isShared)
    {
        var recorded = await force.RecordAsync(number, council.Code, isShared);
        var incident = new Incident(council, Text(recorded["incident"]?["id"]));
        incidents.Add(incident);
        Note(incident, isShared ? recorded : null);
    }

    private async Task ShareAsync(Incident incident) => Note(incident, await force.RunAsync(
        "shareIncident", "ShareIncidentInput",
        new { idempotencyKey = Guid.NewGuid(), by = new { id = incident.Id }, expectedVersion = incident.Version++ }, "incident { sharedAt }"));

    private async Task WithholdAsync(Incident incident)
    {
        _ = await force.RunAsync(
            "withholdIncident", "WithholdIncidentInput",
            new { idempotencyKey = Guid.NewGuid(), by = new { id = incident.Id }, expectedVersion = incident.Version++, reason = "Harm" }, "outcome");
        incident.Sent!.IsWithdrawn = true; // Only what is sent is withheld.
        incident.Sent = null;
    }

    /// <summary>Up to a marker of its own, sent last: what was withheld meanwhile may or may not have been told.</summary>
    private async Task AcknowledgeAsync(Council council)
    {
        await RecordAsync(council, 100_000 + incidents.Count, isShared: true);
        var marker = incidents[^1].Id;
        JsonNode update;
        do
            update = await council.Stream.NextAsync();
        while (update["data"]?["updates"]?["incident"]?["id"]?.GetValue<string>() != marker);

        var answer = await council.System.AcknowledgeAsync(CursorOf(update));
        council.LastAcknowledgedAt = Text(answer["acknowledgement"]?["acknowledgedAt"]);
        foreach (var sent in council.Sent.Where(sent => sent.IsWaiting))
            sent.IsAcknowledged = true;
    }

    private static void Note(Incident incident, JsonNode? shared)
    {
        if (shared is null)
            return;
        incident.Sent = new Sent(Text(shared["incident"]?["sharedAt"]));
        incident.Council.Sent.Add(incident.Sent);
    }

    private sealed class Council(string code, ExchangeCaller system, ExchangeStream stream)
    {
        public string Code => code;

        public ExchangeCaller System => system;

        public ExchangeStream Stream => stream;

        public List<Sent> Sent { get; } = [];

        public string? LastAcknowledgedAt { get; set; }
    }

    private sealed class Incident(Council council, string id)
    {
        public Council Council => council;

        public string Id => id;

        public int Version { get; set; } = 1;

        public Sent? Sent { get; set; }
    }

    private sealed class Sent(string sentAt)
    {
        public string SentAt => sentAt;

        public bool IsAcknowledged { get; set; }

        public bool IsWithdrawn { get; set; }

        public bool IsWaiting => !IsAcknowledged && !IsWithdrawn;
    }
}
