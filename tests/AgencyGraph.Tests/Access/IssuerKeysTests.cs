using System.Net;

namespace AgencyGraph.Tests.Access;

public sealed class IssuerKeysTests : IAsyncLifetime
{
    private readonly AccessServer server = new();

    public Task InitializeAsync() => server.InitializeAsync();

    public Task DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task A_new_key_is_believed_at_once_and_the_old_one_no_more()
    {
        var old = Token();
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(old));
        server.Clock.Advance(TimeSpan.FromMinutes(2));
        server.Issuer.Rotate();

        Assert.Equal(HttpStatusCode.OK, await StatusAsync(Token()));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(old));
    }

    [Fact]
    public async Task A_token_that_was_good_a_moment_ago_is_refused_once_its_key_is_known_to_be_withdrawn()
    {
        server.Clock.Advance(TimeSpan.FromMinutes(2));
        var old = Token();
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(old));
        server.Clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(old));
        server.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(old));
        server.Issuer.Rotate();

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(Token("invented")));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(old));
    }

    [Fact]
    public async Task After_a_long_silence_keys_are_renewed_before_they_are_used()
    {
        var old = Token(lifetime: TimeSpan.FromHours(2));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(old));
        server.Issuer.Rotate();
        server.Clock.Advance(TimeSpan.FromMinutes(31));

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(old));
    }

    [Fact]
    public async Task Invented_key_ids_make_at_most_one_refresh_a_minute()
    {
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(Token()));
        for (var minute = 1; minute <= 3; minute++)
        {
            server.Clock.Advance(TimeSpan.FromMinutes(1));
            var asked = Enumerable.Range(0, 50).Select(n => StatusAsync(Token($"invented-{n}")));
            Assert.All(await Task.WhenAll(asked), status => Assert.Equal(HttpStatusCode.Unauthorized, status));
            Assert.Equal(1 + minute, server.Issuer.Reads);
        }
    }

    [Fact]
    public async Task The_keys_of_another_issuer_are_not_used()
    {
        server.Issuer.AnnouncedIssuer = "https://another.example/";

        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(Token()));
    }

    private string Token(string? keyId = null, TimeSpan? lifetime = null)
    {
        var header = server.Issuer.Header();
        header["kid"] = keyId ?? server.Issuer.KeyId;
        var payload = server.Issuer.Payload(AccessServer.Now);
        if (lifetime is { } span)
            payload["exp"] = (AccessServer.Now + span).ToUnixTimeSeconds();
        return server.Issuer.Sign(header, payload);
    }

    private async Task<HttpStatusCode> StatusAsync(string token)
    {
        using var answer = await server.AskAsync(token);
        return answer.StatusCode;
    }
}
