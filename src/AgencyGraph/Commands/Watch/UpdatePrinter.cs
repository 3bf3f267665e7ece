using System.Text.Json;

namespace AgencyGraph.Commands.Watch;

/// <summary>Prints an update on one line.</summary>
internal sealed class UpdatePrinter(TextWriter output, WatchFormat format)
{
    private static readonly string[][] Shown =
    [
        ["incident", "reference"], ["incident", "kind"], ["incident", "riskGrade"], ["incident", "force", "code"],
        ["episode", "reference"], ["episode", "type"], ["episode", "risk"], ["episode", "force", "code"],
        ["referral", "from", "code"], ["referral", "stage"], ["referral", "id"],
        ["record", "child", "id"], ["record", "__typename"], ["record", "id"], ["kind"], ["handle"], ["link", "from", "code"], ["link", "to", "code"], ["link", "waiting"],
    ];

    /// <summary>It has left this process when this is done, so that the position may move on.</summary>
    public async Task PrintAsync(JsonElement update)
    {
        await output.WriteLineAsync(format == WatchFormat.Ndjson ? update.GetRawText() : Line(update));
        await output.FlushAsync();
    }

    private static string Line(JsonElement update)
    {
        var words = Shown.Select(path => Find(update, path)).Where(word => word.Length > 0);
        return Printable($"{Find(update, "recordedAt")}  {Find(update, "__typename"),-22}  {string.Join("  ", words)}".TrimEnd());
    }

    private static string Find(JsonElement place, params string[] path)
    {
        foreach (var name in path)
        {
            if (place.ValueKind != JsonValueKind.Object || !place.TryGetProperty(name, out place))
                return "";
        }

        return place.ValueKind == JsonValueKind.Null ? "" : place.ToString();
    }

    /// <summary>Whatever a partner wrote, it does not steer the terminal.</summary>
    private static string Printable(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? '?' : letter));
}
