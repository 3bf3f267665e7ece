using System.Text.Json;
using AgencyGraph.Storage;

namespace AgencyGraph.Contract;

/// <summary>A session, or a refusal in the words of both transports.</summary>
public abstract record SignInAnswer
{
    private SignInAnswer()
    {
    }

    public sealed record SignedIn(Session Session) : SignInAnswer;

    /// <param name="StatusCode">For HTTP: 401 or 403.</param>
    /// <param name="Body">For HTTP: a GraphQL response with <c>errors</c>, as UTF-8 JSON.</param>
    public sealed record Refused(int StatusCode, ReadOnlyMemory<byte> Body) : SignInAnswer
    {
        public const string SuspendedMessage = "Access is suspended. Ask the operator of the exchange.";

        /// <summary>The same for a suspended subject, client and agency; it says not which, nor why.</summary>
        public static Refused Suspended { get; } = new(StatusCodes.Status403Forbidden, JsonSerializer.SerializeToUtf8Bytes(new
        {
            errors = new[]
            {
                new
                {
                    message = SuspendedMessage,
                    extensions = new { code = EnumNames.NameOf(ErrorCode.Suspended) },
                },
            },
        }))
        {
            CloseReason = EnumNames.NameOf(ErrorCode.Suspended),
        };

        /// <summary>The value of WWW-Authenticate; null when none is sent.</summary>
        public string? Challenge { get; init; }

        /// <summary>For sockets. 4403, and not 4401, which common clients take for a broken protocol and never try again.</summary>
        public int CloseCode { get; init; } = 4403;

        /// <summary>For sockets: at most 123 bytes of UTF-8.</summary>
        public string CloseReason { get; init; } = "Forbidden";
    }
}
