using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AgencyGraph.Tests.Edge;

/// <summary>Bodies of requests: a document with variables, most often whole, often with some bytes changed.</summary>
internal static class FuzzedBytes
{
    private static readonly string[] Pieces =
        ["{", "}", "[", "]", "\"", "\\", "\\u0000", "\\ud800", "$", "...", "@include(if: true)", "null", "#", "\"\"\"", "\0", "\u202e", "-1", "1e999", "query", "fragment", "on", ","];

    public static byte[] Of(FuzzedDocuments documents, Random chance)
    {
        var document = documents.Write(chance);
        var edits = Math.Max(0, chance.Next(-6, 4));
        for (var i = 0; i < edits; i++)
            document = Edited(document, chance);

        var body = new JsonObject { ["query"] = document, ["variables"] = FuzzedDocuments.Variables(chance) };
        if (chance.Next(10) == 0)
            body["operationName"] = chance.Next(2) == 0 ? "Q" : Pieces[chance.Next(Pieces.Length)];
        if (chance.Next(20) == 0)
            body["documentId"] = $"sha256:{new string('a', chance.Next(60, 66))}";
        var bytes = Encoding.UTF8.GetBytes(body.ToJsonString(new JsonSerializerOptions()));
        return chance.Next(4) == 0 ? Mutated(bytes, chance) : bytes;
    }

    private static string Edited(string text, Random chance)
    {
        var at = chance.Next(text.Length + 1);
        return chance.Next(3) switch
        {
            0 => text.Insert(at, Pieces[chance.Next(Pieces.Length)]),
            1 => text.Remove(at, Math.Min(chance.Next(1, 8), text.Length - at)),
            _ => text.Insert(at, text.Substring(Math.Min(at, text.Length / 2), Math.Min(chance.Next(1, 40), text.Length - Math.Min(at, text.Length / 2)))),
        };
    }

    private static byte[] Mutated(byte[] bytes, Random chance)
    {
        var mutated = bytes.ToList();
        for (var i = chance.Next(1, 6); i > 0 && mutated.Count > 0; i--)
        {
            var at = chance.Next(mutated.Count);
            switch (chance.Next(3))
            {
                case 0:
                    mutated[at] = (byte)chance.Next(256);
                    break;
                case 1:
                    mutated.RemoveAt(at);
                    break;
                default:
                    mutated.Insert(at, (byte)chance.Next(256));
                    break;
            }
        }

        return [.. mutated];
    }
}
