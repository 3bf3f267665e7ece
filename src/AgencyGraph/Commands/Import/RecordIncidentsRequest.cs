using System.Buffers;
using System.Net.Http.Headers;
using System.Text.Json;

namespace AgencyGraph.Commands.Import;

/// <summary>The mutation that an import sends. The incidents are not read back: reading would be a disclosure.</summary>
internal static class RecordIncidentsRequest
{
    public const string Document = """
        mutation ImportIncidents($input: RecordIncidentsInput!) {
          recordIncidents(input: $input) {
            results { index outcome errors { code message path } }
          }
        }
        """;

    public static HttpContent ContentOf(IReadOnlyList<SentItem> items)
    {
        var body = new ArrayBufferWriter<byte>(items.Sum(item => item.Json.Length) + 1024);
        using (var writer = new Utf8JsonWriter(body))
        {
            writer.WriteStartObject();
            writer.WriteString("query", Document);
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
