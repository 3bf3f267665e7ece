using System.Text.Json.Nodes;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Tests.Visibility.Worlds;
using AgencyGraph.Visibility;

namespace AgencyGraph.Tests.Visibility.Safe;

/// <summary>
/// Two sisters whom Bury keeps safe: <see cref="Worker"/> is allocated to the younger. Both were in an incident that was sent to Bury, the elder in one that
/// was sent to Bolton; both are on roll at a school and on a surgery's list. Every place that has to do with them is safe.
/// </summary>
public sealed class SafeFamily : IAsyncLifetime
{
    public const string School = "st-anne";
    public const string Surgery = "surgery";
    public const string Worker = "sam";
    public const string Postcode = "BL9 9ZZ";
    public const string EldersUpn = "B801200005001";
    public const string Elders = "7 Refuge Lane";
    public const string Younger = "3 Sibling Row";
    public const string EldersByForce = "5 Force Refuge";
    public const string Mothers = "9 Mother Street";
    public const string Place = "1 Corner";
    public const string PlaceInBolton = "2 Corner";

    private RunningExchange? exchange;

    public static string EldersNumber { get; } = NumberOf(4_711);

    public static string YoungersNumber { get; } = NumberOf(4_712);

    /// <summary>Whatever says where one of them is.</summary>
    public static string[] Secrets { get; } = [Elders, Younger, EldersByForce, Mothers, Place, PlaceInBolton, Postcode];

    public RunningExchange Exchange => exchange ?? throw new InvalidOperationException("The exchange is started before the tests.");

    /// <summary>The elder's id.</summary>
    public string Elder { get; private set; } = "";

    /// <summary>The id of the incident that was sent to Bury.</summary>
    public string Incident { get; private set; } = "";

    /// <summary>Those who see the family, and are not to be told where it is.</summary>
    public static TheoryData<Role, string> Unnamed => new()
    {
        { Role.PoliceOfficer, Sample.Force },
        { Role.HubPractitioner, "BUR" },
        { Role.HubLead, "BUR" },
        { Role.HubPractitioner, "BOL" },
        { Role.CouncilSystem, "BOL" },
        { Role.SchoolLead, School },
        { Role.HealthPractitioner, Surgery },
    };

    public async Task InitializeAsync()
    {
        exchange = await RunningExchange.StartAsync(DatabaseKind.Sqlite, settings: Documents.Room);
        await Registered.AgencyAsync(exchange.As(Role.Administrator, "BUR"), School, "SCHOOL");
        await Registered.AgencyAsync(exchange.As(Role.Administrator, "BUR"), Surgery, "HEALTH_BODY");
        await Registered.WaitAsync(exchange, Surgery);
        Elder = await RecordAsync("Ada", EldersNumber, Elders, Postcode);
        var younger = await RecordAsync("Ida", YoungersNumber, Younger, null);
        await WriteAsync(Role.HubPractitioner, "BUR", "allocateWorker", new { idempotencyKey = Guid.NewGuid(), child = younger, worker = Worker });
        foreach (var child in new[] { Elder, younger })
        {
            foreach (var at in new[] { School, Surgery })
                await WriteAsync(Role.HubPractitioner, "BUR", "enrolChild", new { idempotencyKey = Guid.NewGuid(), child, at });
        }

        Incident = await RecordIncidentAsync(1, "BUR", Place, [Person("VICTIM", "Ada", EldersNumber, EldersByForce), Person("VICTIM", "Ida", YoungersNumber, null), Person("PARENT", "Eva", null, Mothers)]);
        _ = await RecordIncidentAsync(2, "BOL", PlaceInBolton, [Person("VICTIM", "Ada", EldersNumber, EldersByForce)]);
        await WriteAsync(Role.HubPractitioner, "BUR", "makeReferral", new { idempotencyKey = Guid.NewGuid(), to = "BUR", primaryNeed = "ABUSE_OR_NEGLECT", children = Of(Elder) });
    }

    public Task DisposeAsync() => exchange?.DisposeAsync().AsTask() ?? Task.CompletedTask;

    public static object Person(string role, string givenName, string? nhsNumber, string? safeLine)
        => new { role, givenName, surname = "Test", bornOn = nhsNumber is null ? null : "2015-05-05", nhsNumber, address = safeLine is null ? null : new { lines = new[] { safeLine }, isSafe = true } };

    public async Task<string> RecordIncidentAsync(int number, string council, string place, object[] persons, bool isPlaceSafe = true)
    {
        var incident = Sample.Incident(number, council);
        incident["location"] = new { lines = new[] { place }, isSafe = isPlaceSafe };
        incident["persons"] = persons.Append(new { role = "ALLEGED_PERPETRATOR", givenName = "Pat", surname = "Test", address = new { lines = Of("2 Away") } });
        var answer = await Exchange.As(Role.PoliceSystem, Sample.Force).RunAsync("recordIncident", "IncidentInput", incident, "incident { id } errors { message path }");
        return Id(answer["incident"], answer);
    }

    private async Task<string> RecordAsync(string givenName, string nhsNumber, string line, string? postcode)
    {
        var answer = await Exchange.As(Role.CouncilSystem, "BUR").RunAsync("recordChild", "RecordChildInput", new
        {
            idempotencyKey = Guid.NewGuid(),
            localReference = givenName,
            givenName,
            surname = "Test",
            bornOn = "2015-05-05",
            nhsNumber,
            upn = nhsNumber == EldersNumber ? EldersUpn : null,
            address = new { lines = new[] { line }, postcode, isSafe = true },
        }, "child { id } errors { message path }");
        return Id(answer["child"], answer);
    }

    private async Task WriteAsync(Role role, string agency, string mutation, object input)
    {
        var answer = await Exchange.As(role, agency).RunAsync(mutation, $"{char.ToUpperInvariant(mutation[0])}{mutation[1..]}Input", input, "errors { code message }");
        Assert.Empty(answer["errors"]!.AsArray());
    }

    private static string Id(JsonNode? record, JsonNode answer)
        => record?["id"]?.GetValue<string>() ?? throw new InvalidOperationException(answer.ToJsonString());

    private static string[] Of(string one) => [one];

    private static string NumberOf(int serial) => Numbers.NhsNumber(ref serial);
}
