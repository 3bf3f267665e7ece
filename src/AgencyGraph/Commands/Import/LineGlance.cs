using System.Text.Json;

namespace AgencyGraph.Commands.Import;

/// <summary>Finds a line's reference and revision even where the line is broken, as far as it can be read.</summary>
internal static class LineGlance
{
    public static (string? Reference, int Revision) At(ReadOnlySpan<byte> text)
    {
        string? reference = null;
        var revision = 0;
        try
        {
            var reader = new Utf8JsonReader(text, isFinalBlock: false, default);
            while (reader.Read())
            {
                if (reader.TokenType != JsonTokenType.PropertyName || reader.CurrentDepth != 1)
                    continue;

                if (reference is null && reader.ValueTextEquals("ref"u8))
                    reference = reader.Read() && reader.TokenType == JsonTokenType.String ? reader.GetString() : null;
                else if (revision == 0 && reader.ValueTextEquals("revision"u8) && reader.Read() && reader.TokenType == JsonTokenType.Number)
                    _ = reader.TryGetInt32(out revision);
            }
        }
        // What was found before the break stands; text that is no UTF-8 or holds half a character throws the latter.
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            return (reference, revision);
        }

        return (reference, revision);
    }
}
