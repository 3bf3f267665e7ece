using System.Text.Encodings.Web;
using System.Text.Json;
using AgencyGraph.Contract.Plans;
using GraphQL;
using GraphQL.SystemTextJson;
using Microsoft.Extensions.Options;

namespace AgencyGraph.Contract.Engine;

/// <summary>JSON in and out of the engine; an answer within its bound.</summary>
internal sealed class AnswerWriter(GraphErrors errors, IOptions<DocumentOptions> options)
    : GraphQLSerializer(json => json.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, errors)
{
    private const int LikelyBytes = 4 * 1024;

    public Inputs VariablesOf(GraphRequest request)
        => request.Variables is { ValueKind: JsonValueKind.Object } variables ? ReadNode<Inputs>(variables) ?? Inputs.Empty : Inputs.Empty;

    /// <exception cref="Reading.ReadRefusedException">It is larger than an answer may be.</exception>
    public ReadOnlyMemory<byte> Write(ExecutionResult result)
    {
        var buffer = new AnswerBuffer(LikelyBytes, options.Value.MaxAnswerBytes);
        using var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        JsonSerializer.Serialize(json, result, SerializerOptions);
        json.Flush();
        return buffer.Written;
    }
}
