using System.Text.Json.Nodes;
using AgencyGraph.Visibility;

namespace AgencyGraph.Tests.Visibility.Worlds;

internal sealed partial class Comparison
{
    private static readonly string[] Nowhere = ["x"];

    private const string Refused = "outcome errors { __typename code message path }";

    /// <summary>Writes on what the caller does not see are answered, byte for byte, as writes on what is not there.</summary>
    private async Task ForeignWritesAsync()
    {
        if (oracle.Role == Role.PoliceSystem && One(world.Incidents, incident => !oracle.Sees(incident)) is { } incident)
        {
            await SameAsync("withholdIncident", incident.Id, id => new { idempotencyKey = Guid.NewGuid(), by = new { id }, expectedVersion = incident.Version, reason = "x" });
            await SameAsync("shareIncident", incident.Id, id => new { idempotencyKey = Guid.NewGuid(), by = new { id }, expectedVersion = incident.Version });
        }

        if (oracle.Role == Role.PoliceSystem && One(world.Episodes, episode => !oracle.Sees(episode)) is { } foreign)
        {
            var found = new { foundAt = "2026-01-01T00:00:00Z", recordedAt = "2026-01-01T00:00:00Z", how = "RETURNED" };
            await SameAsync("reportFound", foreign.Id, id => new { idempotencyKey = Guid.NewGuid(), by = new { id }, expectedVersion = foreign.Version, found });
        }

        if (oracle.Role == Role.SocialWorker && One(world.Episodes, episode => !oracle.Sees(episode)) is { } unheard)
            await SameAsync("recordReturnInterview", unheard.Id, id => new { idempotencyKey = Guid.NewGuid(), episode = id, expectedVersion = unheard.Version, offeredAt = "2026-01-01T00:00:00Z" });
        if (oracle.Role != Role.HubPractitioner)
            return;
        if (One(world.Episodes, episode => !oracle.Sees(episode)) is { } untold)
            await SameAsync("statePlanStatus", untold.Id, id => new { idempotencyKey = Guid.NewGuid(), episode = id, expectedVersion = untold.Version, lookedAfter = true, onPlan = true });
        if (One(world.Referrals, referral => !oracle.Sees(referral)) is { } hidden)
        {
            await SameAsync("acknowledgeReferral", hidden.Id, id => new { idempotencyKey = Guid.NewGuid(), referral = id, expectedVersion = hidden.Version });
            await SameAsync("decideReferral", hidden.Id, id => new { idempotencyKey = Guid.NewGuid(), referral = id, expectedVersion = hidden.Version, outcome = "ADVICE", rationale = "x" });
        }

        if (One(world.Kids, kid => kid.Id.Length > 0 && !oracle.Sees(kid)) is { } child)
            await ForeignChildAsync(child);
        if (One(world.Incidents, incident => !oracle.Sees(incident)) is { } other && SeenKids.FirstOrDefault() is { } own)
        {
            await SameAsync("makeReferral", other.Id, id => new
            {
                idempotencyKey = Guid.NewGuid(),
                to = oracle.Agency,
                primaryNeed = "ABUSE_OR_NEGLECT",
                children = new[] { own.Id },
                incidents = new[] { id },
            });
        }
    }

    private async Task ForeignChildAsync(Kid child)
    {
        await SameAsync("allocateWorker", child.Id, id => new { idempotencyKey = Guid.NewGuid(), child = id, worker = "worker-1" });
        await SameAsync("setSafeAddress", child.Id, id => new { idempotencyKey = Guid.NewGuid(), child = id, expectedVersion = 1, address = new { lines = Nowhere } });
        await SameAsync("makeReferral", child.Id, id => new { idempotencyKey = Guid.NewGuid(), to = oracle.Agency, primaryNeed = "ABUSE_OR_NEGLECT", children = new[] { id } });
    }

    private T? One<T>(IEnumerable<T> all, Func<T, bool> isFit)
        where T : class
        => Some(all.Where(isFit), 1).FirstOrDefault();

    private async Task SameAsync(string mutation, string hidden, Func<string, object> input, string? nothing = null)
    {
        var document = $"mutation($input: {char.ToUpperInvariant(mutation[0])}{mutation[1..]}Input!) {{ {mutation}(input: $input) {{ {Refused} }} }}";
        var onHidden = await caller.AskTextAsync(document, new { input = input(hidden) });
        var onNothing = await caller.AskTextAsync(document, new { input = input(nothing ?? AnotherId(hidden)) });
        if (onHidden != onNothing || !onHidden.Contains("\"NOT_FOUND\"", StringComparison.Ordinal))
            Compare($"{mutation} on a hidden record", JsonNode.Parse(onNothing), JsonNode.Parse(onHidden));
    }
}
