using System.Globalization;
using System.Text.Json.Nodes;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;

namespace AgencyGraph.Tests.Visibility.Worlds;

/// <summary>Builds a world step by step through the exchange's own mutations, and keeps its own account of each.</summary>
internal sealed partial class WorldBuilder(World world, RunningExchange exchange, WorldShape shape, Random random)
{
    private readonly DateTime start = DateTime.UtcNow.Date.AddDays(-20);
    private int serial = shape.FirstSerial;

    /// <summary>Takes one random step, and says what must be told of it.</summary>
    public async Task<IReadOnlyList<Told>> StepAsync()
    {
        world.Step++;
        world.IsShownOtherwise = _ => false;
        return await TryAsync(random.Next(24)) ?? await RecordIncidentAsync();
    }

    /// <summary>Records an incident of the first force, shared or withheld as the caller says.</summary>
    public async Task<IReadOnlyList<Told>> IncidentAsync(string council, bool isShared)
    {
        world.Step++;
        return await RecordIncidentAsync(council, isShared);
    }

    private async Task<IReadOnlyList<Told>?> TryAsync(int kind) => kind switch
    {
        0 or 1 => await RecordIncidentAsync(),
        2 => await CorrectAsync(),
        3 => await WithholdOrShareAsync(),
        4 or 5 => await RecordChildAsync(),
        6 or 7 => await AllocateAsync(),
        8 or 9 => await ReferAsync(),
        10 => await MoveReferralAsync(),
        11 => await SetSafeAddressAsync(),
        12 or 13 => await TransferAsync(),
        14 or 15 => await RestrictAsync(),
        16 => await LiftAsync(),
        17 or 18 or 19 => await EnrolAsync(),
        20 => await LeaveAsync(),
        21 or 22 => await DeclareConflictAsync(),
        _ => await EndConflictAsync(),
    };

    private ExchangeCaller System(string force) => exchange.As(Role.PoliceSystem, force);

    private ExchangeCaller Hub(string council) => exchange.As(Role.HubPractitioner, council);

    private Oracle HubSees(string council) => SeenBy(Hub(council));

    private Oracle SystemSees(string force) => SeenBy(System(force));

    private Oracle SeenBy(ExchangeCaller caller) => new(world, caller.Role, caller.Agency, caller.Subject);

    private T? One<T>(IEnumerable<T> candidates)
        where T : class
    {
        var all = candidates.ToArray();
        return all.Length == 0 ? null : all[random.Next(all.Length)];
    }

    private bool Chance(int outOfTen) => random.Next(10) < outOfTen;

    /// <summary>Somebody known, and not restricted from who writes, or somebody new; who has no NHS number is always new.</summary>
    private Kid SomeKid(Oracle writer)
    {
        var known = world.Kids.Where(kid => kid.NhsNumber is not null && writer.IsOpen(kid)).ToList();
        // What is written about a pupil or a patient is told to more than is written of others.
        if (Chance(3) && One(known.Where(kid => kid.Enrolments.Count > 0)) is { } enrolled)
            return enrolled;
        if (Chance(6) && One(known) is { } anyone)
            return anyone;
        var kid = new Kid
        {
            Name = string.Create(CultureInfo.InvariantCulture, $"Kid {serial}"),
            BornOn = new DateOnly(2015, 1, 1).AddDays(random.Next(900)),
            Upn = Chance(5) ? Numbers.Upn(serial) : null,
            NhsNumber = Chance(8) ? Numbers.NhsNumber(ref serial) : null,
        };
        serial++;
        world.Kids.Add(kid);
        return kid;
    }

    private static async Task<JsonNode> RunAsync(ExchangeCaller caller, string mutation, string input, string selection, object value)
    {
        var data = await caller.DataAsync(
            $"mutation($input: {input}!) {{ {mutation}(input: $input) {{ {selection} errors {{ code message path }} }} }}", new { input = value });
        var payload = data[mutation]!; // A payload is never null.
        return payload["errors"]!.AsArray().Count == 0
            ? payload
            : throw new InvalidOperationException($"{caller}: {mutation} was refused: {payload.ToJsonString()}");
    }

    private static object? Address(string? line, bool isSafe) => line is null ? null : new { lines = new[] { line }, isSafe };
}
