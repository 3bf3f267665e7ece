using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AgencyGraph.Tests.Missing;

/// <summary>A story as it is told: who did or saw what, with ids and the exchange's own times told apart by nothing but whether they are there.</summary>
internal sealed class Tale
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private static readonly string[] ByTheExchange = ["receivedAt", "foundReceivedAt", "councilToldAt", "councilToldOfReturnAt", "statedAt", "sharedAt", "deliveredAt", "acknowledgedAt"];

    private readonly StringBuilder text = new();

    public void Tell(string what, JsonNode? seen)
    {
        var masked = seen?.DeepClone();
        Mask(masked);
        _ = text.Append("## ").Append(what).Append('\n').Append(masked?.ToJsonString(Indented) ?? "nothing").Append("\n\n");
    }

    public override string ToString() => text.ToString();

    private static void Mask(JsonNode? node)
    {
        if (node is JsonArray list)
        {
            foreach (var item in list)
                Mask(item);
        }
        else if (node is JsonObject record)
        {
            foreach (var (name, value) in record.ToList())
            {
                if (value is not null && ByTheExchange.Contains(name))
                    record[name] = "(then)";
                else
                    Mask(value);
            }
        }
    }
}
