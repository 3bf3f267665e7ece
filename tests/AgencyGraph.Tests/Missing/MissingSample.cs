using System.Globalization;
using System.Text.Json.Nodes;
using AgencyGraph.Tests.Support.Running;

namespace AgencyGraph.Tests.Missing;

/// <summary>Plain inputs of the mutations about missing children.</summary>
internal static class MissingSample
{
    public const string Number = "9990000018";

    public const string Selection = "outcome errors { code message path } episode { id version }";

    /// <summary>A child of Bury whom <see cref="Sample.Force"/> reports missing at eight on a January evening.</summary>
    public static Dictionary<string, object?> Report(int number, string council = "BUR", string startedAt = "2026-01-10T20:00:00Z", string? nhsNumber = Number)
    {
        var started = DateTime.Parse(startedAt, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal);
        return new()
        {
            ["idempotencyKey"] = Guid.NewGuid(),
            ["reference"] = string.Create(CultureInfo.InvariantCulture, $"GMP/2026/{number}"),
            ["child"] = Child(nhsNumber),
            ["council"] = council,
            ["type"] = "MISSING",
            ["risk"] = "HIGH",
            ["startedAt"] = startedAt,
            ["reportedAt"] = Later(started, 2),
            ["recordedAt"] = Later(started, 3),
        };
    }

    public static object Child(string? nhsNumber = Number, string surname = "Test")
        => new { givenName = "Ada", surname, bornOn = "2012-05-05", nhsNumber };

    public static object Found(string foundAt = "2026-01-11T06:00:00Z", object? place = null)
        => new { foundAt, recordedAt = foundAt, how = "FOUND_BY_POLICE", place };

    public static Task<JsonNode> ReportMissingAsync(this ExchangeCaller force, object input, string selection = Selection)
        => force.RunAsync("reportMissing", "ReportMissingInput", input, selection);

    public static Task<JsonNode> ReportFoundAsync(this ExchangeCaller force, int number, int expectedVersion, object? found = null, string selection = Selection)
        => force.RunAsync("reportFound", "ReportFoundInput", new
        {
            idempotencyKey = Guid.NewGuid(),
            by = new { reference = string.Create(CultureInfo.InvariantCulture, $"GMP/2026/{number}") },
            expectedVersion,
            found = found ?? Found(),
        }, selection);

    public static Task<JsonNode> CorrectAsync(this ExchangeCaller force, Dictionary<string, object?> report, int expectedVersion, string selection = Selection)
    {
        var input = new Dictionary<string, object?>(report) { ["idempotencyKey"] = Guid.NewGuid(), ["expectedVersion"] = expectedVersion, ["reason"] = "A test." };
        _ = input.Remove("reference", out var reference);
        input["by"] = new { reference };
        return force.RunAsync("correctMissing", "CorrectMissingInput", input, selection);
    }

    public static Task<JsonNode> InterviewAsync(this ExchangeCaller council, string episode, int expectedVersion, object steps, string selection = Selection)
    {
        var input = System.Text.Json.JsonSerializer.SerializeToNode(steps)!.AsObject(); // An object is never null in JSON.
        (input["idempotencyKey"], input["episode"], input["expectedVersion"]) = (Guid.NewGuid(), episode, expectedVersion);
        return council.RunAsync("recordReturnInterview", "RecordReturnInterviewInput", input, selection);
    }

    public static Task<JsonNode> StateAsync(this ExchangeCaller council, string episode, int expectedVersion, bool lookedAfter, bool onPlan, string selection = Selection)
        => council.RunAsync(
            "statePlanStatus", "StatePlanStatusInput", new { idempotencyKey = Guid.NewGuid(), episode, expectedVersion, lookedAfter, onPlan }, selection);

    public static string IdOf(JsonNode payload) => payload["episode"]?["id"]?.GetValue<string>() ?? throw new InvalidOperationException(payload.ToJsonString());

    private static string Later(DateTime at, int hours) => at.AddHours(hours).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
