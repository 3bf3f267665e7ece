using System.Text.Json;
using AgencyGraph.Agencies;
using AgencyGraph.Contract;
using AgencyGraph.Visibility;
using Microsoft.AspNetCore.Http;

namespace AgencyGraph.Tests.Transport.StandIn;

/// <summary>Lets in who says "good" (or "system", who may send much); "broken" makes it fail.</summary>
internal sealed class StandInSignIn(TimeProvider clock) : ISignIn
{
    public const string Refusal = """{"errors":[{"message":"Sign in.","extensions":{"code":"UNAUTHENTICATED"}}]}""";

    public TimeSpan Lifetime { get; set; } = TimeSpan.FromDays(100);

    public Task<SignInAnswer> FromHttpAsync(HttpContext context, CancellationToken cancellationToken)
        => Task.FromResult(Answer(context.Request.Headers.Authorization.ToString()));

    /// <summary>Nobody is ever suspended here.</summary>
    public IDisposable Watch(Session session, Action ended) => new CancellationTokenSource();

    public async Task<SignInAnswer> FromConnectionInitAsync(HttpContext handshake, JsonElement? payload, CancellationToken cancellationToken)
    {
        await Task.Yield();
        var token = payload is { } given && given.TryGetProperty("token", out var value) ? value.GetString() : null;
        if (token == "endless")
            await Task.Delay(Timeout.Infinite, cancellationToken);
        return token == "broken" ? throw new InvalidOperationException(StandInGraph.Secret) : Answer(token);
    }

    private SignInAnswer Answer(string? token) => token switch
    {
        "good" => new SignInAnswer.SignedIn(new Session(null, clock.GetUtcNow() + Lifetime)),
        "bury" => new SignInAnswer.SignedIn(new Session(null, clock.GetUtcNow() + Lifetime) { Bearer = new Bearer("someone", new AgencyCode("BUR"), null) }),
        "wirral" => new SignInAnswer.SignedIn(new Session(null, clock.GetUtcNow() + Lifetime) { Bearer = new Bearer("someone", new AgencyCode("WRL"), null) }),
        "system" => new SignInAnswer.SignedIn(new Session(null, clock.GetUtcNow() + Lifetime) { MaxBodyBytes = 16 * 1024 * 1024 }),
        _ => new SignInAnswer.Refused(401, System.Text.Encoding.UTF8.GetBytes(Refusal)) { Challenge = "Bearer" },
    };
}
