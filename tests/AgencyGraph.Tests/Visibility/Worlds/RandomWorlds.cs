using System.Globalization;
using AgencyGraph.AccessHistory;
using AgencyGraph.AccessHistory.Indexing;
using AgencyGraph.Agencies;
using AgencyGraph.Contract;
using AgencyGraph.Retention;
using AgencyGraph.Tests.Retention;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyGraph.Tests.Visibility.Worlds;

/// <summary>Random worlds on one exchange, each with agencies and children of its own.</summary>
internal static class RandomWorlds
{
    public const string SecondLead = "second-lead";

    private const int Steps = 24;
    private const int StepsAfter = 4;
    private const int StepsToMissing = 2;
    private const int Holds = 3;
    private const int Erasures = 4;
    private const int ForcesEach = 2;
    private const int CouncilsEach = 3;

    private static readonly AgencyDirectory Directory = new();
    private static readonly string[] Workers = ["worker-1", "worker-2"];

    /// <summary>As many as the directory has agencies for.</summary>
    public static int OnOneExchange { get; } = Math.Min(Directory.Forces.Count / ForcesEach, Directory.Councils.Count / CouncilsEach);

    /// <summary>Repeats one world where <c>AGENCYGRAPH_SEED</c> names it; else any.</summary>
    public static int Seed { get; } = int.TryParse(Environment.GetEnvironmentVariable("AGENCYGRAPH_SEED"), CultureInfo.InvariantCulture, out var seed) ? seed : Random.Shared.Next(1_000_000_000);

    public static bool IsReplay => Environment.GetEnvironmentVariable("AGENCYGRAPH_SEED") is { Length: > 0 };

    /// <summary>An exchange with a school and a health body for each of so many worlds.</summary>
    public static async Task<RunningExchange> StartAsync(DatabaseKind kind, int worlds)
    {
        var exchange = await RunningExchange.StartAsync(kind, settings: Documents.Room, configure: server => server.Services.Configure<RetentionOptions>(EndAtOnce));
        var administrator = exchange.As(Role.Administrator, Directory.Councils[0].Code.Value);
        for (var place = 0; place < Math.Min(worlds, OnOneExchange); place++)
        {
            await Registered.AgencyAsync(administrator, SchoolOf(place), "SCHOOL");
            await Registered.AgencyAsync(administrator, HealthBodyOf(place), "HEALTH_BODY");
        }

        await Registered.WaitAsync(exchange, HealthBodyOf(Math.Min(worlds, OnOneExchange) - 1));
        return exchange;
    }

    public static async Task CheckAsync(RunningExchange exchange, int place, int seed)
    {
        var random = new Random(seed);
        var (world, shape) = NewWorld(place);
        var callers = Callers(exchange, world).ToArray();
        await using var listeners = new Listeners(world);
        foreach (var caller in callers.Where(caller => Details.HasRecords(caller.Role)))
            await listeners.AddAsync(caller, OracleOf(world, caller));

        var builder = new WorldBuilder(world, exchange, shape, random);
        var missing = MissingIn(world, exchange, shape, seed);
        for (var i = 0; i < Steps; i++)
        {
            listeners.Remember();
            await listeners.HearAsync(await builder.StepAsync());
            if (i % StepsToMissing != 0)
                continue;
            listeners.Remember();
            await listeners.HearAsync(await missing.MissingStepAsync());
        }

        await BreakAsync(exchange, world, builder, listeners, random);
        await EndAsync(exchange, builder, listeners);
        world.Accesses = await AccessesAsync(exchange, world);
        foreach (var ofRole in callers.GroupBy(caller => caller.Role))
        {
            var caller = ofRole.ElementAt(random.Next(ofRole.Count()));
            var differences = await Comparison.RunAsync(caller, OracleOf(world, caller), random);
            Assert.True(differences.Count == 0, $"{differences.Count} differences:\n  {string.Join("\n  ", differences.Take(5))}");
        }

        listeners.HearNothing();
        foreach (var caller in InEmergency(exchange, world))
            await builder.TryGlassAsync(caller);
    }

    /// <summary>Some break the glass, the world goes on, and they are compared for that purpose; for all others they are compared as ever.</summary>
    private static async Task BreakAsync(RunningExchange exchange, World world, WorldBuilder builder, Listeners listeners, Random random)
    {
        foreach (var caller in InEmergency(exchange, world))
        {
            listeners.Remember();
            await listeners.HearAsync(await builder.BreakGlassAsync(caller));
        }

        for (var i = 0; i < StepsAfter; i++)
        {
            listeners.Remember();
            await listeners.HearAsync(await builder.StepAsync());
        }

        foreach (var caller in InEmergency(exchange, world))
        {
            var me = World.Worker(caller.Agency, caller.Subject);
            var oracle = new Oracle(world, caller.Role, caller.Agency, caller.Subject)
            { IsEmergency = true, Opened = world.Glasses.SingleOrDefault(glass => glass.By == me)?.Kid };
            var differences = await Comparison.RunInEmergencyAsync(caller, oracle, random);
            Assert.True(differences.Count == 0, $"{differences.Count} differences in an emergency:\n  {string.Join("\n  ", differences.Take(5))}");
        }
    }

    /// <summary>How many differences there are after somebody opened a child, and how many if the oracle were wrong about that.</summary>
    public static async Task<(int AsItIs, int IfNothingWereOpen, int IfItWereOpenToEveryPurpose)> ToldInEmergencyAsync(RunningExchange exchange, int seed)
    {
        var (random, (world, shape)) = (new Random(seed), NewWorld(0));
        var builder = new WorldBuilder(world, exchange, shape, random);
        for (var i = 0; i < Steps; i++)
            _ = await builder.StepAsync();
        var caller = InEmergency(exchange, world).Last();
        _ = await builder.BreakGlassAsync(caller);
        var opened = world.Glasses.Single().Kid;
        return (await DifferAsync(caller, opened), await DifferAsync(caller, null), await DifferAsync(exchange.As(caller.Role, caller.Agency), opened));

        async Task<int> DifferAsync(ExchangeCaller asks, Kid? kid) => (await Comparison.RunInEmergencyAsync(
            asks, new Oracle(world, asks.Role, asks.Agency, asks.Subject) { IsEmergency = true, Opened = kid }, random)).Count;
    }

    private static IEnumerable<ExchangeCaller> InEmergency(RunningExchange exchange, World world)
    {
        foreach (var force in world.Forces)
            yield return exchange.As(Role.PoliceOfficer, force, purpose: "BREAK_GLASS");
        yield return exchange.As(Role.HealthPractitioner, world.HealthBody, purpose: "BREAK_GLASS");
    }

    /// <summary>Some of the records are held, and the time of all of them is over: of a few it is decided that they are erased.</summary>
    private static async Task EndAsync(RunningExchange exchange, WorldBuilder builder, Listeners listeners)
    {
        for (var i = 0; i < Holds; i++)
        {
            listeners.Remember();
            await builder.HoldAsync();
            await listeners.HearAsync([]);
        }

        await exchange.LookAsync();
        for (var i = 0; i < Erasures; i++)
        {
            listeners.Remember();
            await builder.EraseAsync();
            await listeners.HearAsync([]);
        }
    }

    /// <summary>What is recorded has come to the end of its time at once.</summary>
    private static void EndAtOnce(RetentionOptions options)
    {
        options.LookEvery = TimeSpan.FromDays(30);
        foreach (var council in Directory.Councils)
        {
            options.Schedule.Add(Period(council, RetainedKind.ChildRecord));
            options.Schedule.Add(Period(council, RetainedKind.Referral));
        }

        foreach (var force in Directory.Forces)
        {
            options.Schedule.Add(Period(force, RetainedKind.Incident));
            options.Schedule.Add(Period(force, RetainedKind.MissingEpisode));
        }

        static ControllersPeriod Period(Agency agency, RetainedKind kind)
            => new() { Agency = agency.Code.Value, Record = kind, RunsFrom = RunsFrom.LastActivity, Years = 0, Source = "A test" };
    }

    /// <summary>A world, and those of its callers who see records.</summary>
    public static async Task<IReadOnlyList<(ExchangeCaller Caller, Oracle Oracle)>> BuildAsync(RunningExchange exchange, int place, Random random)
    {
        var (world, shape) = NewWorld(place);
        var builder = new WorldBuilder(world, exchange, shape, random);
        var missing = MissingIn(world, exchange, shape, place);
        for (var i = 0; i < Steps; i++)
        {
            _ = await builder.StepAsync();
            if (i % StepsToMissing == 0)
                _ = await missing.MissingStepAsync();
        }

        world.Accesses = await AccessesAsync(exchange, world);
        return [.. Callers(exchange, world).Where(caller => Details.HasRecords(caller.Role)).Select(caller => (caller, OracleOf(world, caller)))];
    }

    /// <summary>Of these mistakes, those that show as differences in one world.</summary>
    public static async Task<IReadOnlyList<Mistake>> ToldAsync(RunningExchange exchange, int place, int seed, IEnumerable<Mistake> mistakes)
    {
        var random = new Random(seed);
        var callers = await BuildAsync(exchange, place, random);
        var told = new List<Mistake>();
        foreach (var mistake in mistakes)
        {
            if (await IsToldAsync(callers, mistake, random))
                told.Add(mistake);
        }

        return told;
    }

    private static async Task<bool> IsToldAsync(IEnumerable<(ExchangeCaller Caller, Oracle Oracle)> callers, Mistake mistake, Random random)
    {
        foreach (var (caller, oracle) in callers)
        {
            if ((await Comparison.RunAsync(caller, OracleOf(oracle.World, caller, mistake), random)).Count > 0)
                return true;
        }

        return false;
    }

    /// <summary>What the exchange has of who was shown the world's children; what is shown from now on it does not count.</summary>
    private static async Task<IReadOnlyList<KidAccess>> AccessesAsync(RunningExchange exchange, World world)
    {
        await exchange.Services.GetRequiredService<AccessIndexer>().IndexAsync(CancellationToken.None);
        var kids = world.Kids.Where(kid => kid.Id.Length > 0).ToDictionary(kid => NodeId.TryDecode(kid.Id, out _, out var id) ? new ChildId(id) : default);
        await using var db = exchange.Database.Open();
        var rows = await db.Set<ChildAccess>().Where(access => kids.Keys.Contains(access.ChildId)).ToListAsync();
        return [.. rows.Select(access => new KidAccess(kids[access.ChildId], access.ReaderAgencyCode.Value, access.Reader))];
    }

    private static (World World, WorldShape Shape) NewWorld(int place)
    {
        var shape = new WorldShape(
            [.. Directory.Forces.Skip(place * ForcesEach).Take(ForcesEach).Select(force => force.Code.Value)],
            [.. Directory.Councils.Skip(place * CouncilsEach).Take(CouncilsEach).Select(council => council.Code.Value)],
            SchoolOf(place),
            HealthBodyOf(place),
            FirstSerial: 10_000 * (place + 1));
        return (new World(shape.Forces, shape.Councils, shape.School, shape.HealthBody), shape);
    }

    /// <summary>Children go missing by a chance of their own: what else happens does not depend on it.</summary>
    private static WorldBuilder MissingIn(World world, RunningExchange exchange, WorldShape shape, int seed)
        => new(world, exchange, shape with { FirstSerial = shape.FirstSerial + 5_000 }, new Random(seed));

    private static string SchoolOf(int place) => string.Create(CultureInfo.InvariantCulture, $"school-{place}");

    private static string HealthBodyOf(int place) => string.Create(CultureInfo.InvariantCulture, $"health-{place}");

    private static IEnumerable<ExchangeCaller> Callers(RunningExchange exchange, World world)
    {
        foreach (var force in world.Forces)
        {
            yield return exchange.As(Role.PoliceSystem, force);
            yield return exchange.As(Role.PoliceOfficer, force);
        }

        foreach (var council in world.Councils)
        {
            yield return exchange.As(Role.CouncilSystem, council);
            yield return exchange.As(Role.HubPractitioner, council, Workers[0]);
            foreach (var worker in Workers)
                yield return exchange.As(Role.SocialWorker, council, worker);
        }

        yield return exchange.As(Role.HubLead, world.Councils[0]);
        yield return exchange.As(Role.HealthPractitioner, world.HealthBody);
        yield return exchange.As(Role.SchoolLead, world.School);
        yield return exchange.As(Role.SchoolLead, world.School, SecondLead);
        yield return exchange.As(Role.VettingUnit, world.Forces[0]);
        yield return exchange.As(Role.LedgerAuditor, world.Councils[0]);
        yield return exchange.As(Role.Inspector, world.Councils[0]);
        yield return exchange.As(Role.Administrator, world.Councils[0]);
    }

    private static Oracle OracleOf(World world, ExchangeCaller caller, Mistake mistake = Mistake.None)
        => new(world, caller.Role, caller.Agency, caller.Subject, mistake);
}
