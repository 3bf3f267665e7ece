using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace AgencyGraph.Contract.Writes;

/// <summary>
/// SHA-256 of an operation and its input. Members that are null or false are left out, so that an optional member added to an input
/// later leaves the hashes of earlier requests as they were; renaming a member changes them.
/// </summary>
internal static class BodyHash
{
    private static readonly JsonSerializerOptions Canonical = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { LeaveOutNodeIds } },
    };

    public static byte[] Of(string operation, object body)
        => SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new Request(operation, body), Canonical));

    private static void LeaveOutNodeIds(JsonTypeInfo type)
    {
        foreach (var property in type.Properties.Where(property => property.AttributeProvider?.IsDefined(typeof(NodeIdAttribute), true) == true))
            property.ShouldSerialize = (_, _) => false;
    }

    private sealed record Request(string Operation, object Body);
}
