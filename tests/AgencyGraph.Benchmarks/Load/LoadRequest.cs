using System.Globalization;
using System.Text;
using System.Text.Json;

namespace AgencyGraph.Benchmarks.Load;

/// <summary>Requests as bytes, made beforehand.</summary>
internal static class LoadRequest
{
    public static byte[] Graph(Uri address, string token, string query, object? variables)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(variables is null ? (object)new { query } : new { query, variables });
        var head = string.Create(CultureInfo.InvariantCulture,
            $"POST /graphql HTTP/1.1\r\nHost: {address.Authority}\r\nAuthorization: Bearer {token}\r\nX-Purpose: SAFEGUARDING\r\nContent-Type: application/json\r\nAccept: application/graphql-response+json\r\nContent-Length: {body.Length}\r\n\r\n");
        return [.. Encoding.ASCII.GetBytes(head), .. body];
    }

    public static byte[] Get(Uri address, string path) => Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: {address.Authority}\r\n\r\n");
}
