using System.Text.Json.Nodes;
using AgencyGraph.Contract;
using AgencyGraph.Contract.Engine;

namespace AgencyGraph.Tests.Ledger;

/// <summary>The ids of records that an answer holds, found without knowing the document.</summary>
internal static class NodeIds
{
    public static IReadOnlySet<Guid> In(JsonNode? answer)
    {
        var found = new HashSet<Guid>();
        Collect(answer, found);
        return found;
    }

    private static void Collect(JsonNode? node, HashSet<Guid> found)
    {
        if (node is JsonObject members)
        {
            // Of a child who may only be named nothing is shown.
            foreach (var (_, member) in members.Where(member => member.Key != "childId"))
                Collect(member, found);
        }
        else if (node is JsonArray items)
        {
            foreach (var item in items)
                Collect(item, found);
        }
        else if (node is JsonValue value && value.TryGetValue<string>(out var text) && NodeId.TryDecode(text, out var tag, out var id)
            && char.IsAsciiLetterLower(tag) && tag != SubscriptionTypes.EventTag) // Words in capitals can look like ids.
        {
            _ = found.Add(id);
        }
    }
}
