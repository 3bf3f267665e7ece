using System.Net;
using System.Net.Http.Headers;
using AgencyGraph.Access;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using Microsoft.Extensions.Time.Testing;

namespace AgencyGraph.Tests.Access;

/// <summary>An issuer that changes its key while everybody asks.</summary>
public sealed class KeyRotationTests
{
    private const int Askers = 4;
    private const int RequestsEach = 40;

    private static readonly SystemClient Cases = new("bury-cases", "BUR", "council-system");

    [Fact]
    public async Task While_two_keys_overlap_nobody_is_refused_and_afterwards_the_old_key_is_dead()
    {
        var clock = new FakeTimeProvider(DateTimeOffset.UtcNow);
        await using var issuer = await OpenIddictIssuer.StartAsync(Cases);
        await using var exchange = await RunningExchange.StartAsync(DatabaseKind.Sqlite, clock, issuer.Settings);
        using var http = new HttpClient { BaseAddress = exchange.Address };
        var old = await issuer.GrantAsync(Cases);
        Assert.All(await LoadAsync(http, [old]), status => Assert.Equal(HttpStatusCode.OK, status));

        issuer.Announce();
        clock.Advance(IssuerKeys.PauseBetweenRefreshes);
        var before = LoadAsync(http, [old]);
        issuer.SignWithNewest();
        var young = await issuer.GrantAsync(Cases);
        Assert.NotEqual(KeyOf(old), KeyOf(young));
        var during = await LoadAsync(http, [old, young]);
        Assert.All([.. await before, .. during], status => Assert.Equal(HttpStatusCode.OK, status));

        issuer.Withdraw();
        clock.Advance(IssuerKeys.RenewAtLatest + TimeSpan.FromSeconds(1));
        Assert.All(await LoadAsync(http, [young]), status => Assert.Equal(HttpStatusCode.OK, status));
        Assert.All(await LoadAsync(http, [old]), status => Assert.Equal(HttpStatusCode.Unauthorized, status));
    }

    private static string KeyOf(string token) => new Microsoft.IdentityModel.JsonWebTokens.JsonWebToken(token).Kid;

    /// <summary>Several ask at once, each with the tokens in turn.</summary>
    private static async Task<IReadOnlyList<HttpStatusCode>> LoadAsync(HttpClient http, IReadOnlyList<string> tokens)
    {
        var asked = await Task.WhenAll(Enumerable.Range(0, Askers).Select(async asker =>
        {
            var statuses = new List<HttpStatusCode>();
            for (var i = 0; i < RequestsEach; i++)
            {
                using var request = AccessServer.Request();
                request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tokens[(asker + i) % tokens.Count]);
                request.Headers.Add(SignInHeaders.Purpose, "SAFEGUARDING");
                using var answer = await http.SendAsync(request);
                statuses.Add(answer.StatusCode);
            }

            return statuses;
        }));
        return [.. asked.SelectMany(statuses => statuses)];
    }
}
