using System.Buffers;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace AgencyGraph.Benchmarks.Limit;

/// <summary>An answer's bytes, in a buffer that is used again.</summary>
internal sealed class LimitJson : IDisposable
{
    public static readonly JsonEncodedText
        Data = E("data"), Child = E("child"), Children = E("children"),
        Nodes = E("nodes"), Id = E("id"), Identity = E("identity"),
        GivenName = E("givenName"), Surname = E("surname"), BornOn = E("bornOn"),
        Incidents = E("incidents"), Kind = E("kind"), RiskGrade = E("riskGrade"),
        OccurredAt = E("occurredAt"), RecordedAt = E("recordedAt"), Force = E("force"),
        ItsName = E("name"), Referrals = E("referrals"), Stage = E("stage"),
        Reference = E("reference");

    private readonly ArrayBufferWriter<byte> buffer = new(32 * 1024);

    public LimitJson()
        => Writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });

    public Utf8JsonWriter Writer { get; }

    public void Begin(JsonEncodedText root)
    {
        buffer.ResetWrittenCount();
        Writer.Reset();
        Writer.WriteStartObject();
        Writer.WriteStartObject(Data);
        Writer.WritePropertyName(root);
    }

    /// <returns>Valid until the next answer begins.</returns>
    public ReadOnlyMemory<byte> End()
    {
        Writer.WriteEndObject();
        Writer.WriteEndObject();
        Writer.Flush();
        return buffer.WrittenMemory;
    }

    public void WriteInstant(JsonEncodedText name, DateTime instant)
    {
        Span<byte> text = stackalloc byte[32];
        _ = instant.TryFormat(text, out var length, "yyyy-MM-dd'T'HH:mm:ss.FFF'Z'", CultureInfo.InvariantCulture);
        Writer.WriteString(name, text[..length]);
    }

    public void Dispose() => Writer.Dispose();

    private static JsonEncodedText E(string name) => JsonEncodedText.Encode(name);
}
