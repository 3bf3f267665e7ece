using System.Security.Cryptography;
using System.Text.RegularExpressions;
using AgencyGraph.AccessHistory.Indexing;
using AgencyGraph.Contract;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Storage;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyGraph.Tests.Visibility.Safe;

/// <summary>Every row of every type that has an id, asked for by strangers in every role: as if it were not there, to the byte.</summary>
public sealed partial class NodesOfEveryTypeTests(SafeFamily family) : IClassFixture<SafeFamily>
{
    private const int AtOnce = 10;
    private static readonly string[] Anna = ["anna"];

    [Fact]
    public async Task A_stranger_in_any_role_is_answered_of_every_id_as_of_one_that_nobody_has()
    {
        await WriteMoreAsync();
        var ids = await IdsAsync();
        Assert.Superset(
            new HashSet<string> { "Child", "ChildRecord", "Incident", "Referral", "AccessDecision", "Acknowledgement", "AgencyLink", "AgencyRegistration", "ConflictDecision", "ReceiverDesignation", "RestrictionDecision", "LegalHold", "SubjectReport", "ChildAccess" },
            ids.Select(id => id.Type).ToHashSet());
        foreach (var role in Enum.GetValues<Role>())
        {
            var stranger = family.Exchange.As(role, AgencyOf(role), "stranger");
            // Administrators keep the directory and decide on access, wherever they are; auditors look at that. Administrators and inspectors look at all links.
            var asked = ids.Where(id => (role, id.Type) is not (Role.Administrator, "AgencyRegistration") and not (Role.Administrator or Role.LedgerAuditor, "AccessDecision") and not (Role.Administrator or Role.Inspector, "AgencyLink")).ToArray();
            foreach (var some in asked.Chunk(AtOnce))
            {
                var answer = await AskAsync(stranger, some.Select(id => id.Id));
                var nothing = await AskAsync(stranger, some.Select(id => NodeId.Encode(id.Tag, new Guid(RandomNumberGenerator.GetBytes(16)))));
                Assert.True(answer == nothing, $"{stranger} asked for {string.Join(", ", some.Select(id => id.Type).Distinct())} and was answered {answer}");
                Assert.DoesNotMatch(Told(), answer);
            }
        }
    }

    private static Task<string> AskAsync(ExchangeCaller caller, IEnumerable<string> ids)
        => caller.AskTextAsync($"{{ {string.Join(' ', ids.Select((id, i) => $"n{i}: node(id: \"{id}\") {{ __typename id }}"))} }}");

    private static string AgencyOf(Role role) => role switch
    {
        Role.PoliceSystem or Role.PoliceOfficer or Role.VettingUnit or Role.Inspector => "merseyside",
        Role.SchoolLead => "other-school",
        Role.HealthPractitioner => "other-surgery",
        _ => "WRL",
    };

    /// <summary>Some of each type that is not there yet.</summary>
    private async Task WriteMoreAsync()
    {
        var administrator = family.Exchange.As(Role.Administrator, "BUR");
        await Registered.AgencyAsync(administrator, "other-school", "SCHOOL");
        await Registered.AgencyAsync(administrator, "other-surgery", "HEALTH_BODY");
        await Registered.WaitAsync(family.Exchange, "other-surgery");
        var (system, force) = (family.Exchange.As(Role.CouncilSystem, "BUR"), family.Exchange.As(Role.PoliceSystem, Sample.Force));
        var cursor = (await system.DataAsync("{ feedPosition }"))["feedPosition"]!.GetValue<string>();
        await DoAsync(system, "acknowledgeUpdates", new { idempotencyKey = Guid.NewGuid(), cursor });
        await DoAsync(system, "designateReceiver", new { idempotencyKey = Guid.NewGuid(), consumer = system.Subject });
        await DoAsync(system, "declareConflict", new { idempotencyKey = Guid.NewGuid(), child = family.Elder, worker = "carol", reason = "Related" });
        await DoAsync(system, "placeLegalHold", new { idempotencyKey = Guid.NewGuid(), record = family.Elder, reason = "A case" });
        await DoAsync(force, "restrictRecord", new { idempotencyKey = Guid.NewGuid(), record = family.Incident, named = Anna.Select(subject => new { agency = "BUR", subject }), reason = "Harm" });
        await DoAsync(administrator, "suspendAccess", new { idempotencyKey = Guid.NewGuid(), whom = new { subject = "nobody" }, reason = "A test" });
        await family.Exchange.Services.GetRequiredService<AccessIndexer>().IndexAsync(CancellationToken.None);
        await DoAsync(family.Exchange.As(Role.LedgerAuditor, "BUR"), "openSubjectReport", new { idempotencyKey = Guid.NewGuid(), child = family.Elder, requestedOn = "2026-01-01" });
    }

    private static async Task DoAsync(ExchangeCaller caller, string mutation, object input)
    {
        var answer = await caller.RunAsync(mutation, $"{char.ToUpperInvariant(mutation[0])}{mutation[1..]}Input", input, "errors { code message path }");
        Assert.True(answer["errors"]!.AsArray().Count == 0, $"{mutation}: {answer.ToJsonString()}");
    }

    private async Task<IReadOnlyList<(string Type, char Tag, string Id)>> IdsAsync()
    {
        await using var db = family.Exchange.Database.Open();
        var ids = new List<(string, char, string)>();
        foreach (var type in family.Exchange.Services.GetRequiredService<GraphModel>().Types.Where(type => type.NodeTag is not null))
        {
            if (db.Model.FindEntityType(type.Row) is null)
                continue; // The ledger is no table of the records'.
            var rows = (IReadOnlyList<Guid>)await (Task<IReadOnlyList<Guid>>)typeof(NodesOfEveryTypeTests)
                .GetMethod(nameof(RowsAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!.MakeGenericMethod(type.Row).Invoke(null, [db])!;
            ids.AddRange(rows.Select(row => (type.Name, type.NodeTag!.Value, NodeId.Encode(type.NodeTag.Value, row))));
        }

        return ids;
    }

    private static async Task<IReadOnlyList<Guid>> RowsAsync<T>(AgencyDb db)
        where T : class
    {
        var id = typeof(T).GetProperty("Id")!; // A node has one.
        return [.. (await db.Set<T>().AsNoTracking().ToListAsync()).Select(row => id.GetValue(row)!).Select(value => (Guid)value.GetType().GetProperty("Value")!.GetValue(value)!)];
    }

    [GeneratedRegex("\"__typename\"")]
    private static partial Regex Told();
}
