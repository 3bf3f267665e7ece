using System.Security.Cryptography.X509Certificates;

namespace AgencyGraph.Access;

/// <summary>What somebody shows at a door: the token as it was written, and what may prove that it is theirs.</summary>
/// <param name="Authorization">The header, or its like in <c>connection_init</c>; null for none.</param>
/// <param name="Certificate">The client certificate of the TLS connection; null when there is none.</param>
/// <param name="Proofs">The values of the header <c>DPoP</c>; exactly one is a proof.</param>
/// <param name="Method">The request's method: of the handshake, for a socket.</param>
/// <param name="Address">Where it was sent, as the client knows the place.</param>
public sealed record Credentials(
    string? Authorization, X509Certificate2? Certificate, IReadOnlyList<string?> Proofs, string Method, string Address);
