using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace AgencyGraph.Tests.Access;

/// <summary>A client's key, which signs proofs that can be bent in every way (RFC 9449).</summary>
internal sealed class ProofKey : IDisposable
{
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>What a token names it by (RFC 7638).</summary>
    public string Thumbprint
    {
        get
        {
            var (x, y) = Point;
            return Hash($$"""{"crv":"P-256","kty":"EC","x":"{{x}}","y":"{{y}}"}""");
        }
    }

    private (string X, string Y) Point
    {
        get
        {
            var point = key.ExportParameters(false).Q;
            return (Base64UrlEncoder.Encode(point.X!), Base64UrlEncoder.Encode(point.Y!));
        }
    }

    public JsonObject Header()
    {
        var (x, y) = Point;
        return new() { ["typ"] = "dpop+jwt", ["alg"] = "ES256", ["jwk"] = new JsonObject { ["kty"] = "EC", ["crv"] = "P-256", ["x"] = x, ["y"] = y } };
    }

    public static JsonObject Payload(string method, Uri address, string token, DateTimeOffset at) => new()
    {
        ["jti"] = Guid.NewGuid().ToString(),
        ["htm"] = method,
        ["htu"] = address.ToString(),
        ["iat"] = at.ToUnixTimeSeconds(),
        ["ath"] = Hash(token),
    };

    public string Sign(JsonObject header, JsonObject payload)
    {
        var signed = $"{TestIssuer.Encode(header.ToJsonString())}.{TestIssuer.Encode(payload.ToJsonString())}";
        return $"{signed}.{Base64UrlEncoder.Encode(key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256))}";
    }

    /// <summary>The key with its secret part, which nobody should send.</summary>
    public JsonObject PrivateHeader()
    {
        var header = Header();
        header["jwk"]!["d"] = Base64UrlEncoder.Encode(key.ExportParameters(true).D!); // Every header has a key.
        return header;
    }

    public void Dispose() => key.Dispose();

    private static string Hash(string text) => Base64UrlEncoder.Encode(SHA256.HashData(Encoding.ASCII.GetBytes(text)));
}
