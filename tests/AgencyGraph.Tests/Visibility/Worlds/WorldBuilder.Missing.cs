using System.Globalization;
using System.Text.Json.Nodes;
using AgencyGraph.Tests.Missing;

namespace AgencyGraph.Tests.Visibility.Worlds;

internal sealed partial class WorldBuilder
{
    private static readonly string[] MissingRisks = ["LOW", "MEDIUM", "HIGH"];

    private const string EpisodeSelection = "outcome episode { id record { id child { id } } }";

    /// <summary>Takes a random step about missing children, and says what must be told of it.</summary>
    public async Task<IReadOnlyList<Told>> MissingStepAsync()
    {
        world.Step++;
        world.IsShownOtherwise = _ => false;
        return await TryMissingAsync(random.Next(8)) ?? await ReportMissingAsync();
    }

    private async Task<IReadOnlyList<Told>?> TryMissingAsync(int kind) => kind switch
    {
        0 or 1 or 2 => await FindAsync(),
        3 => await CorrectMissingAsync(),
        4 => await StateAsync(),
        5 or 6 => await InterviewAsync(),
        _ => null,
    };

    private async Task<IReadOnlyList<Told>> ReportMissingAsync()
    {
        var force = One(world.Forces)!; // A world has forces.
        var number = serial++;
        var kid = SomeKid(SystemSees(force));
        if (world.Episodes.Any(other => other.Force == force && other.Kid == kid && !other.IsFound))
            return [];
        var episode = new ForceEpisode
        {
            Force = force,
            Reference = string.Create(CultureInfo.InvariantCulture, $"{Prefix(force)}/2026/{number}"),
            StartedAt = start.AddMinutes(number - shape.FirstSerial),
            MadeIn = world.Step,
            Council = One(world.Councils)!,
            Risk = One(MissingRisks)!,
            IsStartSafe = Chance(3),
            IsFound = Chance(2),
        };
        episode.Record = RecordOf(episode, kid, string.Create(CultureInfo.InvariantCulture, $"Force {serial++}"));
        if (Chance(5))
            (episode.StatusBy, episode.LookedAfter) = (force, false);
        var payload = await RunAsync(System(force), "reportMissing", "ReportMissingInput", EpisodeSelection, InputOf(episode, null));
        Take(episode, payload);
        world.Episodes.Add(episode);
        world.IsShownOtherwise = _ => true;
        episode.SentTo.Add(("MISSING", episode.Council));
        if (episode.IsFound)
            episode.SentTo.Add(("FOUND", episode.Council));
        return [new Told("ChildMissing", episode), .. episode.IsFound ? new[] { new Told("ChildFound", episode) } : []];
    }

    private async Task<IReadOnlyList<Told>?> FindAsync()
    {
        if (One(world.Episodes.Where(episode => !episode.IsFound && SystemSees(episode.Force).Sees(episode))) is not { } episode)
            return null;
        (episode.IsFound, episode.IsFoundSafe) = (true, Chance(3));
        _ = await RunAsync(System(episode.Force), "reportFound", "ReportFoundInput", "outcome", new
        {
            idempotencyKey = Guid.NewGuid(),
            by = new { reference = episode.Reference },
            expectedVersion = episode.Version++,
            found = FoundOf(episode),
        });
        episode.SentTo.Add(("FOUND", episode.Council));
        return [new Told("ChildFound", episode)];
    }

    /// <summary>Sometimes it was another child, or the child of another council.</summary>
    private async Task<IReadOnlyList<Told>?> CorrectMissingAsync()
    {
        if (One(world.Episodes.Where(episode => SystemSees(episode.Force).Sees(episode))) is not { } episode)
            return null;
        var (old, council, wasFound) = (episode.Record, episode.Council, episode.IsFound);
        var kid = Chance(6) ? old.Kid : SomeKid(SystemSees(episode.Force));
        if (kid != old.Kid && world.Episodes.Any(other => other.Force == episode.Force && other.Kid == kid))
            kid = old.Kid;
        if (kid == old.Kid && world.Episodes.Any(other => other != episode && other.Force == episode.Force && other.Kid == kid && !wasFound))
            return null;
        episode.Record = RecordOf(episode, kid, kid == old.Kid ? old.GivenName : string.Create(CultureInfo.InvariantCulture, $"Force {serial++}"));
        episode.Record.Version = kid == old.Kid ? old.Version + 1 : 1;
        episode.Council = Chance(5) ? council : One(world.Councils)!;
        (episode.IsFound, episode.IsStartSafe, episode.Risk) = (wasFound || Chance(5), Chance(3), "HIGH");
        if (!wasFound)
            episode.IsFoundSafe = episode.IsFound && Chance(3);
        episode.Revision++;
        episode.CorrectionReason = "Wrong before";
        if (episode.StatusBy == episode.Force)
            episode.LookedAfter = false;
        var payload = await RunAsync(System(episode.Force), "correctMissing", "CorrectMissingInput", EpisodeSelection, InputOf(episode, episode.Version++));
        _ = world.Records.Remove(old);
        Take(episode, payload);
        world.IsShownOtherwise = shown => shown is Kid other && other != old.Kid;
        Assert.Equal(kid == old.Kid, old.Id == episode.Record.Id);
        if (episode.Council != council)
            episode.SentTo.Add(("MISSING", episode.Council));
        if (episode.IsFound && (!wasFound || episode.Council != council))
            episode.SentTo.Add(("FOUND", episode.Council));
        return [new Told("MissingCorrected", episode, OnlyToFormer: true), .. episode.IsFound && !wasFound ? new[] { new Told("ChildFound", episode) } : []];
    }

    private async Task<IReadOnlyList<Told>?> StateAsync()
    {
        if (One(world.Episodes.Where(episode => HubSees(CouncilOf(episode)).Sees(episode))) is not { } episode)
            return null;
        (episode.StatusBy, episode.LookedAfter) = (CouncilOf(episode), Chance(5));
        _ = await Hub(CouncilOf(episode)).StateAsync(episode.Id, episode.Version++, episode.LookedAfter, onPlan: true, "outcome errors { message }");
        return [new Told("PlanStatusStated", episode)];
    }

    private async Task<IReadOnlyList<Told>?> InterviewAsync()
    {
        if (One(world.Episodes.Where(episode => episode.IsFound && SeenBy(CaseSystem(CouncilOf(episode))).Sees(episode))) is not { } episode)
            return null;
        episode.InterviewBy = CouncilOf(episode);
        episode.IsHeard = Chance(7);
        var offeredAt = Text(episode.StartedAt.AddSeconds(40));
        object steps = episode.IsHeard
            ? new { offeredAt, answer = "ACCEPTED", heldAt = offeredAt, isIndependent = true, riskPoints = "Risk", content = "Words" }
            : new { offeredAt };
        _ = await CaseSystem(episode.InterviewBy).InterviewAsync(episode.Id, episode.Version++, steps, "outcome errors { message }");
        return [new Told("ReturnInterviewRecorded", episode)];
    }

    /// <summary>Who speaks with the child: whoever is responsible, else who was told.</summary>
    private static string CouncilOf(ForceEpisode episode) => episode.Kid.Responsible ?? episode.Council;

    private KidRecord RecordOf(ForceEpisode episode, Kid kid, string givenName)
    {
        var record = new KidRecord
        {
            Kid = kid,
            Agency = episode.Force,
            Episode = episode,
            MadeIn = world.Step,
            GivenName = givenName,
            Usual = Chance(5) ? $"Home {serial}" : null,
        };
        return record.Usual is null && Chance(5) ? WithSafe(record) : record;
    }

    private void Take(ForceEpisode episode, JsonNode payload)
    {
        var answer = payload["episode"]!; // Its own force sees it.
        episode.Id = answer["id"]!.GetValue<string>();
        episode.Record.Id = answer["record"]!["id"]!.GetValue<string>();
        episode.Kid.Id = answer["record"]!["child"]!["id"]!.GetValue<string>();
        world.Records.Add(episode.Record);
    }

    private static Dictionary<string, object?> InputOf(ForceEpisode episode, int? version)
    {
        var (kid, record) = (episode.Kid, episode.Record);
        var input = new Dictionary<string, object?>
        {
            ["idempotencyKey"] = Guid.NewGuid(),
            ["child"] = new
            {
                givenName = record.GivenName,
                surname = kid.Name,
                bornOn = kid.BornOn,
                nhsNumber = kid.NhsNumber,
                upn = kid.Upn,
                address = Address(record.Usual ?? record.Safe, record.Safe is not null),
            },
            ["council"] = episode.Council,
            ["type"] = "MISSING",
            ["risk"] = episode.Risk,
            ["startedAt"] = Text(episode.StartedAt),
            ["reportedAt"] = Text(episode.StartedAt),
            ["recordedAt"] = Text(episode.StartedAt),
            ["lookedAfter"] = episode.StatusBy == episode.Force ? episode.LookedAfter : null,
            ["onPlan"] = episode.StatusBy == episode.Force ? true : null,
            ["missingFrom"] = Address(Rendering.Start, episode.IsStartSafe),
            ["circumstances"] = $"How {episode.Reference} began",
            ["found"] = episode.IsFound ? FoundOf(episode) : null,
        };
        if (version is null)
            input["reference"] = episode.Reference;
        else
            (input["by"], input["expectedVersion"], input["reason"]) = (new { id = episode.Id }, version, episode.CorrectionReason);
        return input;
    }

    private static object FoundOf(ForceEpisode episode)
    {
        var at = Text(episode.StartedAt.AddSeconds(30));
        return new { foundAt = at, recordedAt = at, how = "RETURNED", place = Address(Rendering.End, episode.IsFoundSafe) };
    }
}
