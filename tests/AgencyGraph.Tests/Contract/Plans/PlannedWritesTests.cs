using System.Data.Common;
using AgencyGraph.Incidents;
using AgencyGraph.Storage.Sqlite;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Builders;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace AgencyGraph.Tests.Contract.Plans;

/// <summary>A mutation with a plan has the effect and the answer, to the byte, that the engine gives it.</summary>
public sealed class PlannedWritesTests
{
    private const string Force = "greater-manchester";

    private const string Errors = "errors { __typename code message path ... on VersionConflict { currentVersion } }";

    public static TheoryData<DatabaseKind, string> Documents()
    {
        string[] documents =
        [
            "mutation($input: IncidentInput!) { recordIncident(input: $input) { outcome errors { code } incident { id reference } } }",
            $"mutation($input: IncidentInput!) {{ it: recordIncident(input: $input) {{ __typename {Errors} what: outcome }} }}",
            """
            mutation($input: IncidentInput!) { recordIncident(input: $input) { ...F a: incident { id force { name } } } }
            fragment F on RecordIncidentPayload { incident { __typename version council { code } children { role child { id } record { givenName } } deliveries { sharedAt to { name } } } outcome }
            """,
            "mutation($input: IncidentInput!, $n: Boolean = true) { recordIncident(input: $input) { outcome incident { narrative @include(if: $n) sharing { __typename } withheld { field reason } } } }",
        ];
        var data = new TheoryData<DatabaseKind, string>();
        foreach (var kind in Enum.GetValues<DatabaseKind>())
        {
            foreach (var document in documents)
                data.Add(kind, document);
        }

        return data;
    }

    [SkippableTheory, MemberData(nameof(Documents))]
    public async Task What_had_its_effect_is_told_as_the_engine_tells_it(DatabaseKind kind, string document)
    {
        await using var exchange = await RunningExchange.StartAsync(kind);
        using var ways = new WritesBothWays(exchange);
        await ways.WarmAsync(Role.PoliceSystem, Force, document, () => Input(A.Incident("GMP")));
        var input = Input(A.Incident("GMP"));

        var (recorded, isPlanned) = await ways.WriteAsync(Role.PoliceSystem, Force, document, input);
        var replayed = await ways.EngineAsync(Role.PoliceSystem, Force, document, input);

        Assert.True(isPlanned);
        Assert.Contains("RECORDED", recorded, StringComparison.Ordinal);
        Assert.Equal(replayed.Replace("REPLAYED", "RECORDED", StringComparison.Ordinal), recorded);
        Assert.Equal((replayed, true), await ways.WriteAsync(Role.PoliceSystem, Force, document, input));
    }

    [SkippableTheory, EveryDatabase]
    public async Task What_is_refused_is_told_as_the_engine_tells_it_and_changes_nothing(DatabaseKind kind)
    {
        var document = $"mutation($input: IncidentInput!) {{ recordIncident(input: $input) {{ outcome {Errors} incident {{ id }} }} }}";
        await using var exchange = await RunningExchange.StartAsync(kind);
        using var ways = new WritesBothWays(exchange);
        var first = A.Incident("GMP");
        await ways.WarmAsync(Role.PoliceSystem, Force, document, () => Input(first with { IdempotencyKey = Guid.NewGuid() }));

        foreach (var refused in new[] { first with { IdempotencyKey = Guid.NewGuid() }, A.Incident("GMP") with { Council = "nowhere", RiskGrade = "LOW", Persons = [] } })
        {
            var (told, isPlanned) = await ways.WriteAsync(Role.PoliceSystem, Force, document, Input(refused));
            Assert.True(isPlanned);
            Assert.Contains("\"REFUSED\"", told, StringComparison.Ordinal);
            Assert.Equal(await ways.EngineAsync(Role.PoliceSystem, Force, document, Input(refused)), told);
        }

        var incidents = await exchange.As(Role.PoliceSystem, Force).DataAsync("{ incidents(first: 5) { totalCount } }");
        Assert.Equal(1, incidents["incidents"]!["totalCount"]!.GetValue<int>());
    }

    [SkippableTheory, EveryDatabase]
    public async Task A_value_that_the_schema_does_not_allow_is_the_engines_to_refuse(DatabaseKind kind)
    {
        const string Document = "mutation($input: IncidentInput!) { recordIncident(input: $input) { outcome } }";
        await using var exchange = await RunningExchange.StartAsync(kind);
        using var ways = new WritesBothWays(exchange);
        await ways.WarmAsync(Role.PoliceSystem, Force, Document, () => Input(A.Incident("GMP")));
        var wrong = new { input = new { idempotencyKey = "no uuid", reference = 7 } };

        var (told, isPlanned) = await ways.WriteAsync(Role.PoliceSystem, Force, Document, wrong);

        Assert.False(isPlanned);
        Assert.Equal(await ways.EngineAsync(Role.PoliceSystem, Force, Document, wrong), told);
        Assert.Contains("INVALID_INPUT", told, StringComparison.Ordinal);

        // Nor may a client set a field that the exchange has and the input does not, though the plan knows every field of both.
        foreach (var name in new[] { "ownerOrg", "forceCode", "sensitivity", "version" })
        {
            var given = Standing.Written(Input(A.Incident("GMP"))).AsObject();
            given["input"]![name] = 7;
            (told, isPlanned) = await ways.WriteAsync(Role.PoliceSystem, Force, Document, given);
            Assert.False(isPlanned);
            Assert.Contains("INVALID_INPUT", told, StringComparison.Ordinal);
        }

        await using var db = exchange.Database.Open();
        Assert.All(await db.Set<Incident>().ToListAsync(), incident => Assert.Equal((Force, 1), (incident.ForceCode.Value, incident.Version)));
    }

    [SkippableTheory, EveryDatabase]
    public async Task A_plan_of_one_role_opens_nothing_to_another(DatabaseKind kind)
    {
        const string Document = "mutation($input: IncidentInput!) { recordIncident(input: $input) { outcome } }";
        await using var exchange = await RunningExchange.StartAsync(kind);
        using var ways = new WritesBothWays(exchange);
        await ways.WarmAsync(Role.PoliceSystem, Force, Document, () => Input(A.Incident("GMP")));

        for (var i = 0; i < 3; i++)
        {
            var (told, isPlanned) = await ways.WriteAsync(Role.HubPractitioner, "BUR", Document, Input(A.Incident("GMP")));
            Assert.False(isPlanned);
            Assert.Contains("FORBIDDEN", told, StringComparison.Ordinal);
        }
    }

    [SkippableTheory, EveryDatabase]
    public async Task Parts_of_an_input_may_be_variables_and_each_request_brings_its_own(DatabaseKind kind)
    {
        const string Document = """
            mutation($key: UUID!, $reference: String!, $name: String!) {
              recordChild(input: { idempotencyKey: $key, localReference: $reference, givenName: $name, surname: "Test" }) { outcome child { identity { givenName } } }
            }
            """;
        await using var exchange = await RunningExchange.StartAsync(kind);
        using var ways = new WritesBothWays(exchange);
        await ways.WarmAsync(Role.HubPractitioner, "BUR", Document, () => new { key = Guid.NewGuid(), reference = $"R{Guid.NewGuid():N}"[..9], name = "Ada" });

        var (told, isPlanned) = await ways.WriteAsync(Role.HubPractitioner, "BUR", Document, new { key = Guid.NewGuid(), reference = "MINE", name = "Bea" });

        Assert.True(isPlanned, told);
        Assert.Contains("\"Bea\"", told, StringComparison.Ordinal);
    }

    [SkippableTheory, EveryDatabase]
    public async Task An_answer_beyond_its_bound_is_refused_and_what_was_written_stands(DatabaseKind kind)
    {
        const string Document = "mutation($input: IncidentInput!) { recordIncident(input: $input) { incident { narrative } } }";
        await using var exchange = await RunningExchange.StartAsync(kind, settings: ["--Documents:MaxAnswerBytes=2000"]);
        using var ways = new WritesBothWays(exchange);
        await ways.WarmAsync(Role.PoliceSystem, Force, Document, () => Input(A.Incident("GMP")));
        var large = Input(A.Incident("GMP") with { Narrative = new string('n', 3000) });

        var (told, isPlanned) = await ways.WriteAsync(Role.PoliceSystem, Force, Document, large);

        Assert.True(isPlanned);
        Assert.Contains("AnswerTooLarge", told, StringComparison.Ordinal);
        Assert.Equal(await ways.EngineAsync(Role.PoliceSystem, Force, Document, large), told);
        var incidents = await exchange.As(Role.PoliceSystem, Force).DataAsync("{ incidents(first: 5) { totalCount } }");
        Assert.Equal(3, incidents["incidents"]!["totalCount"]!.GetValue<int>());
    }

    [Fact]
    public async Task A_store_that_cannot_be_written_is_told_as_the_engine_tells_it()
    {
        const string Document = "mutation($input: IncidentInput!) { recordIncident(input: $input) { outcome } }";
        var fault = new NoTransactions();
        await using var exchange = await RunningExchange.StartAsync(
            DatabaseKind.Sqlite, configure: builder => builder.Services.ConfigureDbContext<SqliteAgencyDb>(options => options.AddInterceptors(fault)));
        using var ways = new WritesBothWays(exchange);
        await ways.WarmAsync(Role.PoliceSystem, Force, Document, () => Input(A.Incident("GMP")));

        fault.IsArmed = true;
        var (told, isPlanned) = await ways.WriteAsync(Role.PoliceSystem, Force, Document, Input(A.Incident("GMP")));

        Assert.True(isPlanned);
        Assert.Contains("UNAVAILABLE", told, StringComparison.Ordinal);
        Assert.Equal(await ways.EngineAsync(Role.PoliceSystem, Force, Document, Input(A.Incident("GMP"))), told);
    }

    private static object Input(object input) => new { input = SmallWorld.Camel(input) };

    private sealed class NoTransactions : DbTransactionInterceptor
    {
        public bool IsArmed { get; set; }

        public override ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
            DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
            => IsArmed ? throw new SqliteException("disk I/O error", SQLitePCL.raw.SQLITE_IOERR) : new(result);
    }
}
