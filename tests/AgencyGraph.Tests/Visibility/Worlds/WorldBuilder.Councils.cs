using System.Globalization;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;

namespace AgencyGraph.Tests.Visibility.Worlds;

internal sealed partial class WorldBuilder
{
    private static readonly string[] Workers = ["worker-1", "worker-2"];

    private async Task<IReadOnlyList<Told>?> RecordChildAsync()
    {
        var council = One(world.Councils)!; // A world has councils.
        var kid = SomeKid(HubSees(council));
        var number = serial++;
        var record = new KidRecord
        {
            Kid = kid,
            Agency = council,
            MadeIn = world.Step,
            GivenName = string.Create(CultureInfo.InvariantCulture, $"Council {number}"),
            LocalReference = string.Create(CultureInfo.InvariantCulture, $"L-{number}"),
            Usual = Chance(5) ? $"Home {number}" : null,
        };
        if (record.Usual is null && Chance(6))
            record.Safe = $"Safe {number}";
        var payload = await RunAsync(Hub(council), "recordChild", "RecordChildInput", "child { id records { id localReference } }", new
        {
            idempotencyKey = Guid.NewGuid(),
            localReference = record.LocalReference,
            givenName = record.GivenName,
            surname = kid.Name,
            bornOn = kid.BornOn,
            nhsNumber = kid.NhsNumber,
            upn = kid.Upn,
            address = Address(record.Usual ?? record.Safe, record.Safe is not null),
        });
        var takesOn = world.TakesOn(council, kid);
        if (takesOn)
            kid.Responsible = council;
        world.IsShownOtherwise = shown => shown == kid || !takesOn;
        kid.Id = payload["child"]!["id"]!.GetValue<string>();
        record.Id = payload["child"]!["records"]!.AsArray()
            .Single(row => row!["localReference"]?.GetValue<string>() == record.LocalReference)!["id"]!.GetValue<string>();
        world.Records.Add(record);
        return [new Told("ChildRecorded", record)];
    }

    private async Task<IReadOnlyList<Told>?> AllocateAsync()
    {
        if (One(world.Kids.Where(kid => kid.Responsible is { } council && HubSees(council).Sees(kid))) is not { } kid)
            return null;
        var subject = One(Workers.Where(worker => kid.Worker != World.Worker(kid.Responsible!, worker)))!; // One of two is always another.
        _ = await RunAsync(Hub(kid.Responsible!), "allocateWorker", "AllocateWorkerInput", "outcome", new { idempotencyKey = Guid.NewGuid(), child = kid.Id, worker = subject });
        if (kid.Worker is { } former)
            kid.FormerWorkers.Add(former);
        kid.Worker = World.Worker(kid.Responsible!, subject);
        return [];
    }

    private async Task<IReadOnlyList<Told>?> SetSafeAddressAsync()
    {
        var own = world.Records.Where(record => record.LocalReference is not null && HubSees(record.Agency).Sees(record));
        if (One(own) is not { } record)
            return null;
        var line = string.Create(CultureInfo.InvariantCulture, $"Safe {serial++}");
        _ = await RunAsync(Hub(record.Agency), "setSafeAddress", "SetSafeAddressInput", "outcome", new
        {
            idempotencyKey = Guid.NewGuid(),
            child = record.Kid.Id,
            localReference = record.LocalReference,
            expectedVersion = record.Version++,
            address = Address(line, true),
        });
        record.Safe = line;
        return [];
    }

    private async Task<IReadOnlyList<Told>?> ReferAsync()
    {
        var from = One([.. world.Forces.Concat(world.Councils), world.School, world.HealthBody])!;
        var referrer = Referrer(from);
        var oracle = SeenBy(referrer);
        var kids = world.Kids.Where(kid => kid.Id.Length > 0 && oracle.Sees(kid)).OrderBy(_ => random.Next()).Take(1 + random.Next(2)).ToArray();
        if (kids.Length == 0)
            return null;
        var referral = new CouncilReferral
        {
            From = from,
            To = One(world.Councils)!,
            MadeIn = world.Step,
            Kids = kids,
            Incidents = [.. world.Incidents.Where(incident => incident.IsShared && oracle.Sees(incident) && (!incident.NeedsConsent || incident.Force == from)).OrderBy(_ => random.Next()).Take(random.Next(3))],
        };
        var payload = await RunAsync(referrer, "makeReferral", "MakeReferralInput", "referral { id }", new
        {
            idempotencyKey = Guid.NewGuid(),
            to = referral.To,
            primaryNeed = "ABUSE_OR_NEGLECT",
            reason = "Worry",
            children = kids.Select(kid => kid.Id),
            incidents = referral.Incidents.Select(incident => incident.Id),
        });
        referral.Id = payload["referral"]!["id"]!.GetValue<string>();
        world.Referrals.Add(referral);
        world.IsShownOtherwise = _ => true;
        return [new Told("ReferralMade", referral)];
    }

    private async Task<IReadOnlyList<Told>?> MoveReferralAsync()
    {
        if (One(world.Referrals.Where(referral => referral.Stage != "DECIDED" && HubSees(referral.To).Sees(referral))) is not { } referral)
            return null;
        var (hub, key) = (Hub(referral.To), Guid.NewGuid());
        var told = referral.Stage switch { "CONTACT" => "ReferralAcknowledged", "INITIAL" => "ReferralRated", _ => "ReferralDecided" };
        var expectedVersion = referral.Version++;
        switch (referral.Stage)
        {
            case "CONTACT":
                _ = await RunAsync(hub, "acknowledgeReferral", "AcknowledgeReferralInput", "outcome", new { idempotencyKey = key, referral = referral.Id, expectedVersion });
                referral.Stage = "INITIAL";
                break;
            case "INITIAL":
                _ = await RunAsync(hub, "rateReferral", "RateReferralInput", "outcome", new { idempotencyKey = key, referral = referral.Id, expectedVersion, rating = "RED", rationale = "Rated" });
                (referral.Stage, referral.Rating) = ("SCREENING", "RED");
                break;
            default:
                _ = await RunAsync(hub, "decideReferral", "DecideReferralInput", "outcome", new { idempotencyKey = key, referral = referral.Id, expectedVersion, outcome = "ASSESSMENT", rationale = "Decided" });
                (referral.Stage, referral.Outcome) = ("DECIDED", "ASSESSMENT");
                break;
        }

        return [new Told(told, referral)];
    }

    private ExchangeCaller Referrer(string from)
        => world.Forces.Contains(from) ? System(from)
            : from == world.School ? exchange.As(Role.SchoolLead, from)
            : from == world.HealthBody ? exchange.As(Role.HealthPractitioner, from)
            : Hub(from);
}
