using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Feed;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Builders;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace AgencyGraph.Tests.Edge;

/// <summary>
/// Inputs that are right but for one value, which is poisoned: each is refused as what it is, nothing of it is kept, and the server fails on none.
/// Free text is data: markup in it is no poison, and whoever shows it escapes it (the pages do).
/// </summary>
public sealed class PoisonedInputTests
{
    private const int Items = 9_500;
    private const int OneByOne = 500;
    private const string Record = "mutation($input: RecordIncidentsInput!) { recordIncidents(input: $input) { results { outcome errors { code } } } }";
    private const string RecordChild = "mutation($input: RecordChildInput!) { recordChild(input: $input) { outcome errors { code } } }";

    /// <summary>What no text may hold: control characters, unpaired surrogates are written as JSON has them, and controls of writing direction.</summary>
    private static readonly string[] Never = [.. Enumerable.Range(0, 32).Where(c => c is not (9 or 10 or 13)).Append(127).Concat(Enumerable.Range(0x80, 32)).Concat([0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069]).Select(c => ((char)c).ToString())];

    private static readonly string[] Words = ["Ada ", "<b>é</b>", " 🚔"];
    private static readonly string[] Moments = ["", "x", "2026-02-30T00:00:00Z", "2026-01-01T25:00:00Z", "2026-01-01T10:00:00", "9999-99-99T00:00:00Z", "-2026-01-01T00:00:00Z", "1e9", "٢٠٢٦-01-01T10:00:00Z", "2026-01-01T10:00:00Z\0"];
    private static readonly string[] Days = ["x", "2026-02-30", "01/02/2015", "0000-00-00", "2015-5-5", "99999-01-01", "2015-05-05T00:00:00Z"];
    private static readonly string[] Numbers = ["9990000019", "999000001", "99900000180", "٩٩٩٠٠٠٠٠١٨", "999000001O", "9990000018\0", "' OR 1=1 --"];
    private static readonly string[] Upns = ["A801200005001", "B80120000500", "B8012000050011", "Ｂ801200005001", "B80120000500\0"];
    private static readonly string[] Codes = ["", "x", "high", "HIGH\0", "ＨＩＧＨ", "<script>", "DROP TABLE"];
    private static readonly string[] Postcodes = ["x", "BL9", "BL9 0SW\0", "99999", "ＢＬ9 0SW"];

    [Fact]
    public async Task A_poisoned_value_is_refused_and_nothing_of_it_is_kept()
    {
        using var log = new FaultLog();
        await using var exchange = await RunningExchange.StartAsync(DatabaseKind.Sqlite, configure: builder => builder.Logging.AddProvider(log));
        var (force, hub) = (exchange.As(Role.PoliceSystem, Sample.Force), exchange.As(Role.HubPractitioner, "BUR"));
        var random = new Random(35);
        var before = await StateAsync(exchange);

        await Parallel.ForEachAsync(Enumerable.Range(0, Items).Select(_ => random.Next()).ToArray().Chunk(500), new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (seeds, cancellationToken) =>
        {
            var items = seeds.Select(seed => Poisoned(Standing.Written(A.Incident()).AsObject(), new Random(seed))).ToArray();
            var data = await force.DataAsync(Record, new { input = new { ingestMode = "REPLAY", items = items.Select(item => item.Input) } }, cancellationToken);
            foreach (var (item, result) in items.Zip(data["recordIncidents"]!["results"]!.AsArray()))
                Assert.True(IsRefused(result!), $"{item.What}: {result!.ToJsonString()}");
        });
        await Parallel.ForEachAsync(Enumerable.Range(0, OneByOne), new ParallelOptions { MaxDegreeOfParallelism = 2 }, async (seed, cancellationToken) =>
        {
            var (what, input) = PoisonedChild(seed, new Random(seed));
            var data = await hub.DataAsync(RecordChild, new { input }, cancellationToken);
            Assert.True(IsRefused(data["recordChild"]!), $"{what}: {data.ToJsonString()}");
        });

        Assert.Equal(before, await StateAsync(exchange));
        Assert.Empty(log.Faults);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_no_request()
    {
        using var log = new FaultLog();
        await using var exchange = await RunningExchange.StartAsync(DatabaseKind.Sqlite, configure: builder => builder.Logging.AddProvider(log));
        using var http = new HttpClient { BaseAddress = exchange.Address };
        var caller = exchange.As(Role.HubPractitioner, "BUR");
        var before = await StateAsync(exchange);
        foreach (var poison in new byte[][]
        {
            [0x00], [0x1F], [0xC3, 0x28], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF], [0xE2, 0x82], "\\ud800"u8.ToArray(), "\\udc00\\ud800"u8.ToArray(), "\\uZZZZ"u8.ToArray(), "\\x00"u8.ToArray(),
        })
        {
            byte[] body = [.. Encoding.UTF8.GetBytes($$"""{"query":"{{RecordChild}}","variables":{"input":{"idempotencyKey":"{{Guid.NewGuid()}}","localReference":"A","surname":"Test","givenName":"A"""), .. poison, .. "\"}}}"u8];
            using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = new ByteArrayContent(body) };
            request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            request.Headers.Authorization = new("Bearer", caller.Token);
            request.Headers.Add("X-Purpose", caller.Purpose);
            request.Headers.Accept.ParseAdd("application/graphql-response+json");
            using var response = await http.SendAsync(request);
            var answer = await response.Content.ReadAsStringAsync();
            Assert.True(response.StatusCode == HttpStatusCode.BadRequest && answer.Contains("\"BAD_REQUEST\"", StringComparison.Ordinal), $"{Convert.ToHexString(poison)}: {answer}");
        }

        Assert.Equal(before, await StateAsync(exchange));
        Assert.Empty(log.Faults);
    }

    private static bool IsRefused(JsonNode result)
        => result["outcome"]!.GetValue<string>() == "REFUSED" && result["errors"]!.AsArray() is { Count: > 0 } errors && errors.All(error => error!["code"]!.GetValue<string>() == "INVALID_INPUT");

    /// <summary>An incident with one value poisoned, and which.</summary>
    private static (string What, JsonObject Input) Poisoned(JsonObject input, Random random)
    {
        var (at, values) = random.Next(16) switch
        {
            0 => (["occurredAt"], Moments),
            1 => (["reportedAt"], Moments),
            2 => (["recordedAt"], Moments),
            3 => (["persons", "bornOn"], Days),
            4 => (["persons", "nhsNumber"], Numbers),
            5 => (["persons", "upn"], Upns),
            6 => (["riskGrade"], Codes),
            7 => (["kind"], Codes),
            8 => (["council"], Codes),
            9 => (["persons", "role"], Codes),
            10 => (["location", "postcode"], Postcodes),
            11 => (["reference"], Codes),
            12 => (["persons", "givenName"], [Text(random)]),
            13 => (["persons", "surname"], [Text(random)]),
            14 => (["persons", "voice"], [Text(random)]),
            _ => ((string[])["narrative"], (string[])[Text(random)]),
        };
        return (Set(input, at, values[random.Next(values.Length)]), input);
    }

    private static (string What, JsonObject Input) PoisonedChild(int number, Random random)
    {
        var input = new JsonObject { ["idempotencyKey"] = Guid.NewGuid(), ["localReference"] = $"A-{number}", ["givenName"] = "Ada", ["surname"] = "Test" };
        var (field, values) = random.Next(7) switch
        {
            0 => ("bornOn", Days),
            1 => ("nhsNumber", Numbers),
            2 => ("upn", Upns),
            3 => ("sex", Codes[1..]),
            4 => ("localReference", [Text(random)]),
            5 => ("givenName", [Text(random)]),
            _ => ("surname", (string[])[Text(random)]),
        };
        return (Set(input, [field], values[random.Next(values.Length)]), input);
    }

    private static string Set(JsonObject input, string[] at, string value)
    {
        var holder = at[0] switch
        {
            "persons" => input["persons"]![0]!,
            "location" => input["location"]!,
            _ => input,
        };
        holder[at[^1]] = value;
        return $"{string.Join('.', at)} = {JsonValue.Create(value).ToJsonString()}";
    }

    /// <summary>Some words with something among them that no text may hold, or more of them than any text has.</summary>
    private static string Text(Random random)
    {
        var poison = random.Next(20) == 0 ? new string('x', 100_000 / 4) : Never[random.Next(Never.Length)];
        var place = random.Next(4);
        return string.Concat(Words.Select((word, i) => i == place ? poison + word : word)) + (place == 3 ? poison + "." : "");
    }

    private static async Task<(long Head, int Requests)> StateAsync(RunningExchange exchange)
    {
        await using var db = exchange.Database.Open();
        return (await db.Set<FeedEntry>().MaxAsync(entry => (long?)entry.Position) ?? 0, await db.Set<IdempotencyRecord>().CountAsync());
    }
}
