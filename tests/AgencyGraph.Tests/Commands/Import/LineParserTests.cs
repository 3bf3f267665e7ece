using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AgencyGraph.Commands.Import;
using CsCheck;

namespace AgencyGraph.Tests.Commands.Import;

public sealed class LineParserTests
{
    private static readonly string[] Spoils =
        ["\\", "\\ud800", "\\u0072ef", "\"", "\0", "{", "}", "[", "]", ",", ":", "1", "null", "é", "\"ref\":\"GMP/\","];

    private readonly LineParser parser = new(SendingForce.Find("greater-manchester")!, ExtractKind.Incidents);

    public static TheoryData<string, string> Malformed => new()
    {
        { "", "not JSON" },
        { "[]", "not an object" },
        { "null", "not an object" },
        { "\"text\"", "not an object" },
        { Extract.Line() + "}", "not JSON" },
        { Extract.Line() + Extract.Line(), "not JSON" },
        { With("\"revision\":1", "\"revision\":01"), "not JSON" },
        { With("\"share\":true", "\"share\":true,"), "not JSON" },
        { With("shouting", "shout\ting"), "not JSON" },
        { With("\"revision\":1", "\"revision\":NaN"), "not JSON" },
        { new string('[', 500) + new string(']', 500), "not JSON" },
        { With("\"revision\":1", "\"revision\":1,\"revision\":1"), "revision: stands twice" },
        { With("\"revision\":1", "\"revision\":1,\"\\u0072evision\":2"), "revision: stands twice" },
        { With("\"safe\":true", "\"safe\":true,\"safe\":false"), "persons[0].address.safe: stands twice" },
        { With("shouting", "\\ud800"), "narrative: holds half a character" },
        { With("shouting", "\\udc00\\ud800"), "narrative: holds half a character" },
        { With("\"voice\":\"", "\"voice\":\"\\\\\\uD83D"), "persons[0].voice: holds half a character" },
        { With("\"revision\"", "\"\\udc00\":1,\"revision\""), "holds half a character" },
        { With("GMP/2026/1", "GMP/2026/\\udc00"), "ref: holds half a character" },
    };

    public static TheoryData<string, string?, string> WrongFields => new()
    {
        { "ref", null, "ref: is missing" },
        { "ref", "7", "ref: is a number, must be text" },
        { "ref", "\"MER/2026/1\"", "ref: does not begin with GMP/" },
        { "ref", "\"gmp/2026/1\"", "ref: does not begin with GMP/" },
        { "ref", "\"GMP2/2026/1\"", "ref: does not begin with GMP/" },
        { "revision", null, "revision: is missing" },
        { "revision", "0", "revision: must be 1 or more" },
        { "revision", "-1", "revision: must be 1 or more" },
        { "revision", "\"1\"", "revision: is text, must be a whole number" },
        { "revision", "1.5", "revision: is a number, must be a whole number" },
        { "revision", "99999999999", "revision: is a number, must be a whole number" },
        { "kind", null, "kind: is missing" },
        { "council", "null", "council: is null, must be text" },
        { "occurred", "1759276920", "occurred: is a number, must be text" },
        { "reported", null, "reported: is missing" },
        { "recorded", "[]", "recorded: is a list, must be text" },
        { "riskAssessed", "false", "riskAssessed: is true or false, must be text" },
        { "risk", "7", "risk: is a number, must be text" },
        { "share", "\"true\"", "share: is text, must be true or false" },
        { "share", "null", "share: is null, must be true or false" },
        { "share", null, "share: is missing" },
        { "persons", null, "persons: is missing" },
        { "persons", "{}", "persons: is an object, must be a list of objects" },
        { "persons", "[null]", "persons[0]: is null, must be an object" },
        { "persons", "[{}]", "persons[0].role: is missing" },
        { "persons", "[{\"role\":\"VICTIM\",\"nhs\":9999344925}]", "persons[0].nhs: is a number, must be text" },
        { "persons", "[{\"role\":\"VICTIM\",\"age\":9}]", "persons[0].age: no field of the extract" },
        { "persons", "[{\"role\":\"VICTIM\",\"anonymous\":null}]", "persons[0].anonymous: is null, must be true or false" },
        { "persons", "[{\"role\":\"X\",\"address\":{\"lines\":[],\"safe\":null}}]", "persons[0].address.safe: is null, must be true or false" },
        { "persons", "[{\"role\":\"X\",\"address\":{\"lines\":\"1\"}}]", "persons[0].address.lines: is text, must be a list of text" },
        { "persons", "[{\"role\":\"VICTIM\",\"address\":{\"lines\":[null]}}]", "persons[0].address.lines[0]: is null, must be text" },
        { "location", "\"here\"", "location: is text, must be an object" },
        { "location", "{}", "location.lines: is missing" },
        { "narrative", "{}", "narrative: is an object, must be text" },
        { "Narrative", "\"x\"", "Narrative: no field of the extract" },
    };

    [Theory]
    [MemberData(nameof(Malformed))]
    public void A_malformed_line_is_refused(string line, string reason)
        => Assert.Contains(reason, Parse(line).Fault?.Reason, StringComparison.Ordinal);

    [Theory]
    [MemberData(nameof(WrongFields))]
    public void A_line_of_another_form_is_refused(string field, string? json, string reason)
    {
        var line = Extract.Line(but: line =>
        {
            _ = line.Remove(field);
            if (json is not null)
                line[field] = JsonNode.Parse(json);
        });
        var parsed = Parse(line);
        Assert.Equal(Fault.InvalidInput, parsed.Fault?.Code);
        Assert.StartsWith(reason, parsed.Fault!.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_that_is_not_UTF8_is_refused()
    {
        var bytes = Encoding.Latin1.GetBytes(Extract.Line().Replace("Si\\u00E2n", "Siân", StringComparison.OrdinalIgnoreCase));
        Assert.Equal(Fault.NotUtf8, parser.Parse(bytes).Fault?.Code);
    }

    [Fact]
    public void No_line_however_spoilt_throws() => Gen
        .Select(Gen.Int[0, 1200], Gen.Int[0, Spoils.Length - 1].Select(index => Spoils[index]), Gen.Int[0, 40])
        .Array[1, 4]
        .Sample(spoils =>
        {
            var line = spoils.Aggregate(Extract.Line(), (text, spoil) =>
            {
                var at = Math.Min(spoil.Item1, text.Length);
                return text[..at] + spoil.Item2 + text[Math.Min(at + spoil.Item3, text.Length)..];
            });
            var parsed = Parse(line);
            Assert.NotEqual(parsed.Fault is null, parsed.Item.IsEmpty);
        }, iter: 20_000);

    [Fact]
    public void All_faults_of_a_line_are_told_together()
    {
        var reason = Parse(Extract.Line(but: line =>
        {
            line["risk"] = 7;
            _ = line.Remove("kind");
        })).Fault!.Reason;
        Assert.Equal("kind: is missing; risk: is a number, must be text", reason);
    }

    [Fact]
    public void Every_field_becomes_the_exchanges_own()
    {
        var line = Extract.Line(but: line => (line["share"], line["withholdReason"]) = (false, "Danger"));
        using var item = JsonDocument.Parse(Parse(line).Item);
        var root = item.RootElement;
        var persons = root.GetProperty("persons");
        Assert.Equal(ImportKey.For("greater-manchester", "GMP/2026/1", 1, "agencygraph-import"), root.GetProperty("idempotencyKey").GetGuid());
        Assert.Equal("2026-10-01T01:02:00+01:00", root.GetProperty("occurredAt").GetString());
        Assert.Equal("""{"shared":false,"reason":"Danger"}""", root.GetProperty("sharing").GetRawText());
        Assert.Equal(
            """{"lines":["131 Rochdale Old Road"],"postcode":"SK16 6JL","isSafe":true}""",
            persons[0].GetProperty("address").GetRawText());
        Assert.Equal("9999344925", persons[0].GetProperty("nhsNumber").GetString());
        Assert.True(persons[1].GetProperty("isAnonymous").GetBoolean());
    }

    [Fact]
    public void A_null_and_an_absent_field_are_one_body()
        => Assert.Equal(Parse(Extract.Line()).Item.ToArray(), Parse(Extract.Line(but: line => line.Remove("riskAssessed"))).Item.ToArray());

    [Fact]
    public void Whole_surrogate_pairs_and_control_characters_go_to_the_exchange_as_they_are()
    {
        using var item = JsonDocument.Parse(Parse(With("shouting", "\\ud83d\\ude00\\u0000")).Item);
        Assert.Equal("Neighbours heard \U0001F600\0.", item.RootElement.GetProperty("narrative").GetString());
    }

    [Fact]
    public void A_key_is_a_UUID_of_its_own_for_each_force_reference_and_revision()
    {
        Guid[] keys =
        [
            ImportKey.For("a", "A/1/1", 1, "agencygraph-import"), ImportKey.For("a", "A/1/1", 2, "agencygraph-import"),
            ImportKey.For("a", "A/1/2", 1, "agencygraph-import"), ImportKey.For("b", "A/1/1", 1, "agencygraph-import"),
        ];
        Assert.NotEqual(keys[0], ImportKey.For("a", "A/1/1", 1, ExtractKind.Missing.KeyedAs));
        Assert.Equal(4, keys.Distinct().Count());
        Assert.All(keys, key => Assert.Equal(8, key.Version));
        Assert.Equal(keys[0], ImportKey.For("a", "A/1/1", 1, "agencygraph-import"));
    }

    [Theory]
    [InlineData("occurredAt", "occurred")]
    [InlineData("persons.2.nhsNumber", "persons[2].nhs")]
    [InlineData("persons.0.address.lines.1", "persons[0].address.lines[1]")]
    [InlineData("persons.0.address.isSafe", "persons[0].address.safe")]
    [InlineData("sharing.reason", "withholdReason")]
    [InlineData("sharing", "share")]
    [InlineData("input.items.4.riskGrade", "risk")]
    [InlineData("location.postcode", "location.postcode")]
    [InlineData("idempotencyKey", "idempotencyKey")]
    [InlineData("", "")]
    public void A_path_of_the_exchange_is_named_as_in_the_extract(string path, string name)
        => Assert.Equal(name, FieldPath.ToExtract(path, Shape.Incident));

    private static string With(string old, string replacement) => Extract.Line().Replace(old, replacement, StringComparison.Ordinal);

    private ParsedLine Parse(string line) => parser.Parse(Encoding.UTF8.GetBytes(line));
}
