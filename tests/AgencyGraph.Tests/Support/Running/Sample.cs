using System.Globalization;
using System.Text.Json.Nodes;

namespace AgencyGraph.Tests.Support.Running;

/// <summary>Plain inputs of mutations, and the answers read short.</summary>
internal static class Sample
{
    public const string Force = "greater-manchester";

    /// <summary>An incident of <see cref="Force"/>: a child for each NHS number; without any, one who has none.</summary>
    public static Dictionary<string, object?> Incident(int number, string council, bool isShared = true, params IEnumerable<string> nhsNumbers) => new()
    {
        ["idempotencyKey"] = Guid.NewGuid(),
        ["reference"] = string.Create(CultureInfo.InvariantCulture, $"GMP/2026/{number}"),
        ["kind"] = "DOMESTIC_ABUSE",
        ["council"] = council,
        ["occurredAt"] = "2026-01-01T10:00:00Z",
        ["reportedAt"] = "2026-01-01T10:00:00Z",
        ["recordedAt"] = "2026-01-01T10:00:00Z",
        ["riskGrade"] = "HIGH",
        ["sharing"] = new { shared = isShared, reason = isShared ? null : "Harm" },
        ["persons"] = nhsNumbers.DefaultIfEmpty().Select((nhsNumber, i) => new { role = "VICTIM", givenName = $"Ada {i}", surname = "Test", bornOn = "2015-05-05", nhsNumber }),
    };

    public static async Task<JsonNode> RunAsync(this ExchangeCaller caller, string mutation, string input, object value, string selection)
    {
        var data = await caller.DataAsync($"mutation($input: {input}!) {{ {mutation}(input: $input) {{ {selection} }} }}", new { input = value });
        return data[mutation]!; // A payload is never null.
    }
}
