using System.Text.Json;

namespace AgencyGraph.Transport.Streams;

/// <summary>The errors of a whole GraphQL response, without parsing the rest: an <c>error</c> message carries the array alone.</summary>
internal static class ErrorsOf
{
    public static ReadOnlyMemory<byte> Response(ReadOnlyMemory<byte> body)
    {
        var reader = new Utf8JsonReader(body.Span);
        _ = reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var found = reader.ValueTextEquals("errors"u8);
            _ = reader.Read();
            var start = (int)reader.TokenStartIndex;
            reader.Skip();
            if (found)
                return body[start..(int)reader.BytesConsumed];
        }

        throw new InvalidOperationException("The engine answered a status other than 200 without errors.");
    }
}
