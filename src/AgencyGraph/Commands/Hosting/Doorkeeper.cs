using System.Security.Claims;
using System.Text.Json;
using AgencyGraph.Access;
using AgencyGraph.Contract;
using AgencyGraph.Visibility;

namespace AgencyGraph.Commands.Hosting;

/// <summary>Signs in whoever comes to the graph's doors: with a request's headers, or with the first message of a socket.</summary>
internal sealed class Doorkeeper(ITokenValidator tokens, SenderCheck senders, SignIn signIn, IStanding standing) : ISignIn
{
    private const int BatchBodyBytes = 16 * 1024 * 1024;

    /// <summary>Whether the access is suspended is looked up with the operation, once, at whichever door.</summary>
    public Task<SignInAnswer> FromHttpAsync(HttpContext context, CancellationToken cancellationToken)
    {
        var headers = context.Request.Headers;
        var shown = Shown(context, headers.Authorization);
        return AnswerAsync(shown, headers[SignInHeaders.Role], headers[SignInHeaders.Purpose], cancellationToken);
    }

    public async Task<SignInAnswer> FromConnectionInitAsync(HttpContext handshake, JsonElement? payload, CancellationToken cancellationToken)
    {
        var shown = Shown(handshake, Text(payload, "Authorization") ?? Text(payload, "authorization"));
        var answer = await AnswerAsync(shown, Text(payload, "role"), Text(payload, "purpose"), cancellationToken);
        return answer is SignInAnswer.SignedIn { Session.Bearer: { } bearer } && await standing.IsSuspendedAsync(bearer, cancellationToken)
            ? SignInAnswer.Refused.Suspended
            : answer;
    }

    public IDisposable Watch(Session session, Action ended)
        => standing.Watch(session.Bearer ?? throw new InvalidOperationException("A session is somebody's."), ended);

    private static Credentials Shown(HttpContext context, string? authorization)
    {
        var request = context.Request;
        var address = $"{request.Scheme}://{request.Host}{request.PathBase}{request.Path}";
        var proofs = request.Headers[SignInHeaders.Proof];
        return new Credentials(authorization, context.Connection.ClientCertificate, proofs, request.Method, address);
    }

    private async Task<SignInAnswer> AnswerAsync(Credentials shown, string? role, string? purpose, CancellationToken cancellationToken)
    {
        var signed = signIn.As(await BearerAsync(shown, cancellationToken), role);
        if (!signed.Succeeded)
            return Refused(signed.Refusal);

        var who = signed.SignedIn;
        Caller? caller = null;
        if (!string.IsNullOrEmpty(purpose))
        {
            var stated = who.For(purpose);
            if (!stated.Succeeded)
                return Refused(stated.Refusal);
            caller = stated.Caller;
        }

        return new SignInAnswer.SignedIn(new Session(caller, who.ExpiresAt)
        {
            Bearer = who.Bearer,
            Role = who.Role,
            MaxBodyBytes = who.Role == Role.PoliceSystem ? BatchBodyBytes : Session.UsualMaxBodyBytes,
        });
    }

    /// <summary>Null when there is no good token, or it is not shown by whom it was issued to.</summary>
    private async ValueTask<ClaimsPrincipal?> BearerAsync(Credentials shown, CancellationToken cancellationToken)
        => BearerToken.TryRead(shown.Authorization, out var token, out var isProved)
            && await tokens.ValidateAsync(token, cancellationToken) is { } bearer
            && await senders.HoldsAsync(bearer, token, isProved, shown)
                ? bearer
                : null;

    private static SignInAnswer.Refused Refused(Refusal refusal)
    {
        var isUnauthenticated = refusal.Code == Refusal.UnauthenticatedCode;
        var body = JsonSerializer.SerializeToUtf8Bytes(new
        {
            errors = new[] { new { message = refusal.Message, extensions = new { code = refusal.Code } } },
        });
        return new SignInAnswer.Refused(isUnauthenticated ? StatusCodes.Status401Unauthorized : StatusCodes.Status403Forbidden, body)
        {
            Challenge = isUnauthenticated ? BearerToken.Scheme : null,
            CloseReason = refusal.Code,
        };
    }

    /// <summary>What is no text is no name either: it is refused as a wrong one is, not passed over.</summary>
    private static string? Text(JsonElement? payload, string name)
        => payload is not { ValueKind: JsonValueKind.Object } given || !given.TryGetProperty(name, out var value) ? null
            : value.ValueKind == JsonValueKind.Null ? null
            : value.ValueKind == JsonValueKind.String ? value.GetString()
            : value.GetRawText();
}
