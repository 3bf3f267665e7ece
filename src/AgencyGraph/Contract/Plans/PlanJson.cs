using System.Text.Encodings.Web;
using System.Text.Json;

namespace AgencyGraph.Contract.Plans;

/// <summary>JSON as the engine writes it.</summary>
internal static class PlanJson
{
    public static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static JsonEncodedText Encode(string text) => JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);
}
