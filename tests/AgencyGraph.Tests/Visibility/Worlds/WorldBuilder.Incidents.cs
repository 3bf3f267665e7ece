using System.Globalization;
using System.Text.Json.Nodes;
using AgencyGraph.Agencies;

namespace AgencyGraph.Tests.Visibility.Worlds;

internal sealed partial class WorldBuilder
{
    private static readonly string[] Risks = ["STANDARD", "MEDIUM", "HIGH"];

    private const string IncidentSelection = "incident { id children { child { id } record { id } } }";

    private async Task<IReadOnlyList<Told>> RecordIncidentAsync(string? council = null, bool? isShared = null)
    {
        var force = council is null ? One(world.Forces)! : world.Forces[0]; // A world has forces.
        var number = serial++;
        var incident = new ForceIncident
        {
            Force = force,
            Reference = string.Create(CultureInfo.InvariantCulture, $"{Prefix(force)}/2026/{number}"),
            RecordedAt = start.AddMinutes(number - shape.FirstSerial),
            Risk = One(Risks)!,
            Council = council ?? One(world.Councils)!,
            IsShared = isShared ?? Chance(7),
            HasInformant = Chance(5),
            IsDomesticAbuse = Chance(7),
            NeedsConsent = council is null && Chance(2),
            SharedIn = world.Step,
            IsPlaceSafe = Chance(3),
            ParentsSafe = Chance(3) ? $"Refuge {number}" : null,
        };
        incident.Children = SomeChildren(incident);
        var payload = await RunAsync(System(force), "recordIncident", "IncidentInput", IncidentSelection, InputOf(incident, null));
        Take(incident, payload);
        world.Incidents.Add(incident);
        world.IsShownOtherwise = _ => true;
        if (incident.IsShared)
            incident.SentTo.Add(incident.Council);
        return [new Told("IncidentRecorded", incident)];
    }

    private async Task<IReadOnlyList<Told>?> CorrectAsync()
    {
        if (One(world.Incidents.Where(incident => SystemSees(incident.Force).Sees(incident))) is not { } incident)
            return null;
        var before = incident.IsShared ? incident.Council : null;
        var old = incident.Children;
        incident.Council = Chance(5) ? incident.Council : One(world.Councils)!;
        incident.IsShared = Chance(7) ? incident.IsShared : !incident.IsShared;
        incident.Risk = "HIGH";
        incident.HasInformant = Chance(5);
        incident.IsDomesticAbuse = Chance(8) ? incident.IsDomesticAbuse : !incident.IsDomesticAbuse;
        incident.NeedsConsent = Chance(8) ? incident.NeedsConsent : !incident.NeedsConsent;
        incident.IsPlaceSafe = Chance(3);
        incident.ParentsSafe = Chance(3) ? $"Refuge {serial}" : null;
        incident.Revision++;
        incident.CorrectionReason = "Wrong before";
        incident.Children = SomeChildren(incident);
        foreach (var record in incident.Children)
            record.Version = 1 + (old.Find(former => former.Kid == record.Kid)?.Version ?? 0);
        var payload = await RunAsync(System(incident.Force), "correctIncident", "CorrectIncidentInput", IncidentSelection, InputOf(incident, incident.Version++));
        _ = world.Records.RemoveAll(old.Contains);
        Take(incident, payload);
        if (incident.IsShared && incident.Council != before)
            incident.SharedIn = world.Step;
        world.IsShownOtherwise = before is null && incident.IsShared
            ? shown => shown == incident || incident.Children.Any(record => shown == record || shown == record.Kid)
            : shown => shown is Kid kid && !old.Exists(former => former.Kid == kid);
        Assert.All(incident.Children, record => Assert.Equal(old.Find(former => former.Kid == record.Kid)?.Id ?? record.Id, record.Id));
        return Corrected(incident, before, incident.IsShared ? incident.Council : null);
    }

    private static List<Told> Corrected(ForceIncident incident, string? before, string? now)
    {
        var told = new List<Told>();
        if (before is not null && now is null)
            told.Add(new Told("IncidentWithheld", incident, OnlyToTheForce: true, OnlyToFormer: true));
        told.Add(new Told("IncidentCorrected", incident, OnlyToFormer: true));
        if (now is not null && before is null)
            told.Add(new Told("IncidentShared", incident));
        if (now is not null && now != before)
            incident.SentTo.Add(now);

        return told;
    }

    private async Task<IReadOnlyList<Told>?> WithholdOrShareAsync()
    {
        if (One(world.Incidents.Where(incident => SystemSees(incident.Force).Sees(incident))) is not { } incident)
            return null;
        var by = new { reference = incident.Reference };
        var (key, version) = (Guid.NewGuid(), incident.Version++);
        if (incident.IsShared)
            _ = await RunAsync(System(incident.Force), "withholdIncident", "WithholdIncidentInput", "outcome", new { idempotencyKey = key, by, expectedVersion = version, reason = "Harm" });
        else
            _ = await RunAsync(System(incident.Force), "shareIncident", "ShareIncidentInput", "outcome", new { idempotencyKey = key, by, expectedVersion = version });
        incident.IsShared = !incident.IsShared;
        incident.SharedIn = world.Step;
        world.IsShownOtherwise = _ => incident.IsShared;
        if (incident.IsShared)
            incident.SentTo.Add(incident.Council);
        return [new Told(incident.IsShared ? "IncidentShared" : "IncidentWithheld", incident)];
    }

    private List<KidRecord> SomeChildren(ForceIncident incident)
        => [.. Enumerable.Range(0, 1 + random.Next(3)).Select(_ => SomeKid(SystemSees(incident.Force))).Distinct().Select(kid => new KidRecord
        {
            Kid = kid,
            Agency = incident.Force,
            Incident = incident,
            MadeIn = world.Step,
            GivenName = string.Create(CultureInfo.InvariantCulture, $"Force {serial++}"),
            Usual = Chance(5) ? $"Home {serial}" : null,
            Voice = Chance(5) ? $"Words {serial}" : null,
        }).Select(record => record.Usual is null && Chance(5) ? WithSafe(record) : record)];

    private KidRecord WithSafe(KidRecord record)
    {
        record.Safe = $"Safe {serial}";
        return record;
    }

    private void Take(ForceIncident incident, JsonNode payload)
    {
        var answer = payload["incident"]!; // Its own force sees it.
        incident.Id = answer["id"]!.GetValue<string>();
        foreach (var (record, row) in incident.Children.Zip(answer["children"]!.AsArray()))
        {
            record.Kid.Id = row!["child"]!["id"]!.GetValue<string>();
            record.Id = row["record"]!["id"]!.GetValue<string>();
            world.Records.Add(record);
        }
    }

    private static string Prefix(string force) => new AgencyDirectory().Find(new AgencyCode(force))!.ReferencePrefix!; // A force has one.

    private static object InputOf(ForceIncident incident, int? version)
    {
        var input = Content(incident);
        input["idempotencyKey"] = Guid.NewGuid();
        if (version is null)
        {
            input["reference"] = incident.Reference;
        }
        else
        {
            input["by"] = new { id = incident.Id };
            input["expectedVersion"] = version;
            input["reason"] = incident.CorrectionReason;
        }

        return input;
    }

    private static Dictionary<string, object?> Content(ForceIncident incident) => new()
    {
        ["kind"] = incident.IsDomesticAbuse ? "DOMESTIC_ABUSE" : "NEGLECT",
        ["marking"] = incident.NeedsConsent ? new { originatorConsentRequired = true } : null,
        ["council"] = incident.Council,
        ["occurredAt"] = Text(incident.RecordedAt),
        ["reportedAt"] = Text(incident.RecordedAt),
        ["recordedAt"] = Text(incident.RecordedAt),
        ["riskGrade"] = incident.Risk,
        ["factors"] = new[] { "3A" },
        ["sharing"] = new { shared = incident.IsShared, reason = incident.IsShared ? null : "Harm" },
        ["location"] = new { lines = new[] { "1 Corner" }, postcode = "BL9 0SW", isSafe = incident.IsPlaceSafe },
        ["narrative"] = $"Story of {incident.Reference}",
        ["persons"] = Persons(incident),
    };

    private static object[] Persons(ForceIncident incident) =>
    [
        .. incident.Children.Select(record => new
        {
            role = "VICTIM", givenName = record.GivenName, surname = record.Kid.Name, bornOn = record.Kid.BornOn, nhsNumber = record.Kid.NhsNumber,
            upn = record.Kid.Upn, address = Address(record.Usual ?? record.Safe, record.Safe is not null), voice = record.Voice,
        }),
        new { role = "PARENT", givenName = "Pat", surname = "Parent", address = Address(incident.ParentsSafe ?? "1 Home", incident.ParentsSafe is not null) },
        new { role = "ALLEGED_PERPETRATOR", givenName = "Alex", surname = "Alleged", address = Address("2 Away", false) },
        .. incident.HasInformant ? new object[] { new { role = "INFORMANT", givenName = "Nat", surname = "Neighbour" } } : [],
    ];

    private static string Text(DateTime instant) => instant.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
