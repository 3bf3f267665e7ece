using System.Data;
using System.Text;
using AgencyGraph.AccessHistory;
using AgencyGraph.AccessHistory.SubjectReports;
using AgencyGraph.Children;
using AgencyGraph.Conflicts;
using AgencyGraph.Contract;
using AgencyGraph.Incidents;
using AgencyGraph.Missing;
using AgencyGraph.Referrals;
using AgencyGraph.Retention;
using AgencyGraph.Storage;
using AgencyGraph.Tests.Missing;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Timeliness;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;
using static AgencyGraph.Tests.Retention.EndOfTime;

namespace AgencyGraph.Tests.Retention;

/// <summary>What is erased is in no table any more.</summary>
public sealed class NoTraceTests
{
    private const string Mark = "Zyxwvut";

    /// <summary>Ids alone: who was told, what was asked for, and that it is gone.</summary>
    private static readonly string[] KeepIds = ["tombstones", "feed_entries", "IdempotencyRecords", "retention_reviews"];

    [SkippableTheory, EveryDatabase]
    public async Task Nothing_that_anybody_wrote_of_a_child_is_in_any_table_once_all_is_erased(DatabaseKind kind)
    {
        await using var exchange = await RunningExchange.StartAsync(kind, settings: AtOnce);
        var (force, council) = (exchange.As(Role.PoliceSystem, Sample.Force), exchange.As(Role.CouncilSystem, "BUR"));
        var (child, incident) = await WriteAsync(exchange);
        Assert.NotEmpty(await FindAsync(exchange, Encoding.UTF8.GetBytes(Mark)));
        Assert.NotEmpty((await FindAsync(exchange, IdOf(child))).Except(KeepIds));

        await exchange.EraseAsync(council, "CHILD_RECORD");
        await exchange.EraseAsync(council, "REFERRAL");
        await exchange.EraseAsync(force, "INCIDENT");
        await exchange.EraseAsync(force, "MISSING_EPISODE");

        Assert.Empty(await FindAsync(exchange, Encoding.UTF8.GetBytes(Mark)));
        Assert.Empty(await FindAsync(exchange, Encoding.UTF8.GetBytes(Number)));
        Assert.Empty((await FindAsync(exchange, IdOf(child))).Except(KeepIds));
        Assert.Empty((await FindAsync(exchange, IdOf(incident))).Except(KeepIds));
        await using var db = exchange.Database.Open();
        Assert.Equal(
            [RecordKind.Child, RecordKind.ChildRecord, RecordKind.ChildRecord, RecordKind.ChildRecord, RecordKind.Incident, RecordKind.Referral, RecordKind.MissingEpisode],
            (await db.Set<Tombstone>().Select(stone => stone.RecordKind).ToListAsync()).Order());
    }

    /// <summary>A new table that names children is taken into the erasure before it is taken here.</summary>
    [Fact]
    public async Task Every_table_that_names_a_child_is_known_to_the_erasure()
    {
        await using var database = await TestDatabase.CreateAsync(DatabaseKind.Sqlite);
        await using var db = database.Open();
        Type[] known =
        [
            typeof(ChildAccess), typeof(ChildInvolvement), typeof(ChildRecord), typeof(ConflictDecision), typeof(DeadlineChild), typeof(HeldChild), typeof(IdentityKey), typeof(MissingEpisode), typeof(ReferredChild),
            typeof(Relationship), typeof(ResponsibilityTransfer), typeof(Restriction), typeof(ReviewedChild), typeof(SubjectReport),
        ];
        var naming = db.Model.GetEntityTypes().Where(type => type.GetForeignKeys().Any(key => key.PrincipalEntityType.ClrType == typeof(Child))).Select(type => type.ClrType);
        Assert.Equal(known.Select(type => type.Name), naming.Select(type => type.Name).Order(StringComparer.Ordinal));
    }

    /// <summary>Something in every field that can hold text, by everybody who can write on the child.</summary>
    private static async Task<(string Child, string Incident)> WriteAsync(RunningExchange exchange)
    {
        var (force, council) = (exchange.As(Role.PoliceSystem, Sample.Force), exchange.As(Role.CouncilSystem, "BUR"));
        var input = Sample.Incident(1, "BUR");
        input["reference"] = "GMP/2026/9990000018";
        input["narrative"] = Mark;
        input["location"] = new { lines = new[] { Mark } };
        input["persons"] = new object[]
        {
            new { role = "VICTIM", givenName = Mark, surname = Mark, bornOn = "2015-05-05", nhsNumber = Number, voice = Mark, address = new { lines = new[] { Mark } } },
            new { role = "INFORMANT", givenName = Mark, surname = Mark },
            new { role = "ALLEGED_PERPETRATOR", givenName = Mark, surname = Mark, address = new { lines = new[] { Mark } } },
        };
        var recorded = await force.RunAsync("recordIncident", "IncidentInput", input, "incident { id children { child { id } } } errors { message path }");
        Assert.Empty(recorded["errors"]!.AsArray());
        var (incident, child) = (Text(recorded["incident"]!["id"]), Text(recorded["incident"]!["children"]![0]!["child"]!["id"]));
        await RunAsync(council, "recordChild", "RecordChildInput", new
        {
            idempotencyKey = Guid.NewGuid(),
            localReference = Mark,
            givenName = Mark,
            surname = Mark,
            bornOn = "2015-05-05",
            nhsNumber = Number,
            address = new { lines = new[] { Mark } },
        });
        await RunAsync(force, "makeReferral", "MakeReferralInput", new
        {
            idempotencyKey = Guid.NewGuid(),
            to = "BUR",
            primaryNeed = "ABUSE_OR_NEGLECT",
            reason = Mark,
            children = new[] { child },
            incidents = new[] { incident },
        });
        await GoMissingAsync(force, council);
        await RunAsync(force, "declareConflict", "DeclareConflictInput", new { idempotencyKey = Guid.NewGuid(), child, worker = "linked", reason = Mark });
        await RestrictAndHoldAsync(council, child);
        await RestrictAndHoldAsync(force, incident);
        return (child, incident);
    }

    private static async Task GoMissingAsync(ExchangeCaller force, ExchangeCaller council)
    {
        var place = new { lines = new[] { Mark } };
        var input = MissingSample.Report(3);
        (input["missingFrom"], input["circumstances"], input["reference"]) = (place, Mark, "GMP/2026/9990000018");
        input["child"] = new { givenName = Mark, surname = Mark, bornOn = "2015-05-05", nhsNumber = Number, address = place };
        var episode = MissingSample.IdOf(await force.ReportMissingAsync(input));
        input["found"] = MissingSample.Found(place: place);
        await RunAsync(force, "correctMissing", "CorrectMissingInput", new Dictionary<string, object?>(input.Where(pair => pair.Key != "reference"))
        {
            ["idempotencyKey"] = Guid.NewGuid(),
            ["by"] = new { id = episode },
            ["expectedVersion"] = 1,
            ["reason"] = Mark,
        });
        await RunAsync(council, "recordReturnInterview", "RecordReturnInterviewInput", new
        {
            idempotencyKey = Guid.NewGuid(),
            episode,
            expectedVersion = 2,
            offeredAt = "2026-01-12T10:00:00Z",
            answer = "ACCEPTED",
            heldAt = "2026-01-12T10:00:00Z",
            isIndependent = false,
            riskPoints = Mark,
            content = Mark,
        });
    }

    private static async Task RestrictAndHoldAsync(ExchangeCaller caller, string record)
    {
        await RunAsync(caller, "restrictRecord", "RestrictRecordInput", new { idempotencyKey = Guid.NewGuid(), record, named = Named, reason = Mark });
        await RunAsync(caller, "liftRestriction", "LiftRestrictionInput", new { idempotencyKey = Guid.NewGuid(), record, reason = Mark });
        var hold = (await caller.RunAsync(
            "placeLegalHold", "PlaceLegalHoldInput", new { idempotencyKey = Guid.NewGuid(), record, reason = Mark }, "hold { id } errors { code }"))["hold"]!;
        await RunAsync(caller, "liftLegalHold", "LiftLegalHoldInput", new { idempotencyKey = Guid.NewGuid(), hold = Text(hold["id"]), expectedVersion = 1, reason = Mark });
    }

    private static readonly object[] Named = [new { agency = "BUR", subject = "anna" }];

    private static async Task RunAsync(ExchangeCaller caller, string mutation, string type, object input)
    {
        var answer = await caller.RunAsync(mutation, type, input, "errors { code message path }");
        Assert.True(answer["errors"]!.AsArray().Count == 0, $"{mutation}: {answer.ToJsonString()}");
    }

    private static byte[] IdOf(string node)
    {
        Assert.True(NodeId.TryDecode(node, out _, out var id));
        return id.ToByteArray(bigEndian: true);
    }

    /// <summary>The tables in which these bytes are, as text or as they are, wherever they stand.</summary>
    private static async Task<IReadOnlyList<string>> FindAsync(RunningExchange exchange, byte[] sought)
    {
        await using var db = exchange.Database.Open();
        var found = new List<string>();
        foreach (var table in db.Model.GetEntityTypes().Select(type => type.GetTableName()).OfType<string>().Distinct().Order(StringComparer.Ordinal))
        {
            if (await IsInAsync(db, table, sought))
                found.Add(table);
        }

        return found;
    }

    private static async Task<bool> IsInAsync(AgencyDb db, string table, byte[] sought)
    {
        var connection = db.Database.GetDbConnection();
        if (connection.State != ConnectionState.Open)
            await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A name of the model's.
        command.CommandText = $"SELECT * FROM \"{table}\"";
#pragma warning restore CA2100
        await using var rows = await command.ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            for (var i = 0; i < rows.FieldCount; i++)
            {
                if (BytesOf(rows.GetValue(i)).AsSpan().IndexOf(sought) >= 0)
                    return true;
            }
        }

        return false;
    }

    private static byte[] BytesOf(object value) => value switch
    {
        byte[] bytes => bytes,
        Guid id => id.ToByteArray(bigEndian: true),
        string text => Encoding.UTF8.GetBytes(text),
        _ => [],
    };
}
