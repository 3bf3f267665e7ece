using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace AgencyGraph.Commands.Import;

/// <summary>
/// Makes an item of the mutation's input out of a line. Checks the form alone (encoding, JSON, fields and their types, the force's
/// prefix); what the content may be is the exchange's rule, the same for every door.
/// </summary>
internal sealed class LineParser(SendingForce force, ExtractKind kind)
{
    private static readonly JsonWriterOptions Writing = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        SkipValidation = true,
    };

    public ParsedLine Parse(ExtractLine line) => line.IsTooLong
        ? Broken(default, Fault.TooLong, "the line is longer than 1 MiB")
        : Parse(line.Text);

    public ParsedLine Parse(ReadOnlyMemory<byte> text)
    {
        if (!Utf8.IsValid(text.Span))
            return Broken(text, Fault.NotUtf8, "the line is not UTF-8");

        try
        {
            using var document = JsonDocument.Parse(text);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? Parse(document.RootElement, text)
                : Broken(default, Fault.NotJson, "the line is JSON, but not an object");
        }
        catch (JsonException)
        {
            return Broken(text, Fault.NotJson, "the line is not JSON, or breaks off");
        }
    }

    private ParsedLine Parse(JsonElement record, ReadOnlyMemory<byte> text)
    {
        var (reference, revision) = LineGlance.At(text.Span);
        var json = new ArrayBufferWriter<byte>(text.Length + 256);
        using var writer = new Utf8JsonWriter(json, Writing);
        writer.WriteStartObject();
        if (reference is not null)
            writer.WriteString("idempotencyKey", ImportKey.For(force.Code, reference, revision, kind.KeyedAs));
        var item = new ItemWriter(writer);
        item.WriteFields(kind.Shape, record, path: "");
        writer.WriteEndObject();
        writer.Flush();

        List<string> faults = [.. item.Faults];
        if (reference?.StartsWith($"{force.ReferencePrefix}/", StringComparison.Ordinal) == false)
            faults.Add($"ref: does not begin with {force.ReferencePrefix}/, as every reference of {force.Code} does");
        if (faults.Count == 0 && revision < 1)
            faults.Add("revision: must be 1 or more");

        return faults.Count == 0
            ? new ParsedLine(reference, revision, json.WrittenMemory, null)
            : new ParsedLine(reference, revision, default, new Fault(Fault.InvalidInput, string.Join("; ", faults)));
    }

    private static ParsedLine Broken(ReadOnlyMemory<byte> text, string code, string reason)
    {
        var (reference, revision) = LineGlance.At(text.Span);
        return new ParsedLine(reference, revision, default, new Fault(code, reason));
    }
}
