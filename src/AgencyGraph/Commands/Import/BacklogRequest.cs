using System.Buffers;
using System.Net.Http.Headers;
using System.Text.Json;

namespace AgencyGraph.Commands.Import;

/// <summary>A request that sends lines of an extract.</summary>
internal static class BacklogRequest
{
    public static HttpContent ContentOf(ExtractKind kind, IReadOnlyList<SentItem> items)
    {
        var body = new ArrayBufferWriter<byte>(items.Sum(item => item.Json.Length) + 1024);
        using (var writer = new Utf8JsonWriter(body))
        {
            writer.WriteStartObject();
            writer.WriteString("query", kind.Document);
            writer.WriteStartObject("variables");
            writer.WriteStartObject("input");
            writer.WriteString("ingestMode", "BACKFILL");
            writer.WriteStartArray("items");
            foreach (var item in items)
                writer.WriteRawValue(item.Json.Span, skipInputValidation: true);
            writer.WriteEndArray();
            writer.WriteEndObject();
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        var content = new ReadOnlyMemoryContent(body.WrittenMemory);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        return content;
    }
}
