using System.Text.Json;

namespace AgencyGraph.Contract;

/// <summary>Who is at the door: from a request's headers, or from the first message of a socket. One instance serves every connection.</summary>
public interface ISignIn
{
    Task<SignInAnswer> FromHttpAsync(HttpContext context, CancellationToken cancellationToken);

    /// <summary>Calls <paramref name="ended"/> once, soon after whoever is connected was suspended; disposed, it calls no more.</summary>
    IDisposable Watch(Session session, Action ended);

    /// <param name="handshake">The request that the socket began with, which lasts as long as the socket.</param>
    /// <param name="payload">The payload of <c>connection_init</c>: a JSON object, or null when the client sent none.</param>
    Task<SignInAnswer> FromConnectionInitAsync(HttpContext handshake, JsonElement? payload, CancellationToken cancellationToken);
}
