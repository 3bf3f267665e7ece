using System.Text.Json;

namespace AgencyGraph.Commands.Demo;

/// <summary>What the exchange answered to one operation.</summary>
/// <param name="Payload">What the operation's field holds; undefined where the request was refused as a whole.</param>
/// <param name="Refusal">The code of the first refusal, with its place; null where all is well. Never a message: it may quote the input.</param>
internal sealed record Reply(JsonElement Payload, string? Refusal)
{
    public static Reply Read(JsonElement body)
    {
        if (body.TryGetProperty("errors", out var faults) && faults.GetArrayLength() > 0)
            return new Reply(default, faults[0].TryGetProperty("extensions", out var more) && more.TryGetProperty("code", out var code) ? code.GetString() : "FAULT");

        var payload = body.GetProperty("data").EnumerateObject().First().Value;
        return new Reply(payload, RefusalIn(payload));
    }

    /// <summary>The refusal in a payload, or in one result of a batch.</summary>
    public static string? RefusalIn(JsonElement payload)
    {
        if (payload.ValueKind != JsonValueKind.Object || !payload.TryGetProperty("errors", out var errors) || errors.GetArrayLength() == 0)
            return null;
        var path = string.Join('.', errors[0].GetProperty("path").EnumerateArray().Select(step => step.GetString()));
        return $"{errors[0].GetProperty("code").GetString()} {path}".TrimEnd();
    }
}
