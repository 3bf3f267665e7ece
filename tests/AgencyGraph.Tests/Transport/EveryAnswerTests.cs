using AgencyGraph.Contract;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Tests.Transport.StandIn;
using AgencyGraph.Transport;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace AgencyGraph.Tests.Transport;

public sealed class EveryAnswerTests(Standing standing) : IClassFixture<Standing>
{
    private const string Header = "X-Request-ID";

    [Theory]
    [InlineData("/graphql")]
    [InlineData("/graphql/stream")]
    [InlineData("/health/live")]
    [InlineData("/health/ready")]
    [InlineData("/nowhere")]
    public async Task Every_answer_forbids_a_browser_to_keep_frame_or_guess_at_it(string path)
    {
        using var answer = await standing.Client.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal("nosniff", One(answer, "X-Content-Type-Options"));
        Assert.Equal("no-referrer", One(answer, "Referrer-Policy"));
        Assert.Equal("default-src 'none'; frame-ancestors 'none'", One(answer, "Content-Security-Policy"));
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("9f1c5f0e-7d0b-4c66-9d0f-0c3f6f3f2a11")]
    [InlineData("4bf92f3577b34da6a3ce929d0e0e4736")]
    [InlineData("00f067aa0ba902b7")]
    public async Task A_client_that_names_its_request_safely_finds_the_name_in_the_answer(string id)
        => Assert.Equal(id, await IdForAsync(id));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("9434765919")]
    [InlineData("Ada.Lovelace.of.Bury")]
    [InlineData("4bf92f3577b34da6a3ce929d0e0e47364bf92f3577b34da6a3ce929d0e0e4736")]
    [InlineData("{9f1c5f0e-7d0b-4c66-9d0f-0c3f6f3f2a11}")]
    public async Task A_request_without_a_safe_name_is_given_one(string? sent)
    {
        var id = await IdForAsync(sent);

        Assert.NotEqual(sent, id);
        Assert.True(Guid.TryParseExact(id, "D", out _), id);
    }

    [Theory]
    [InlineData("Production", "https", true)]
    [InlineData("Production", "http", false)]
    [InlineData("Development", "https", false)]
    public async Task Browsers_are_told_to_stay_with_TLS_in_production_over_TLS_and_nowhere_else(string environment, string scheme, bool isTold)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        _ = builder.Logging.ClearProviders();
        _ = builder.WebHost.UseUrls("http://127.0.0.1:0");
        _ = builder.Services.AddSingleton<IGraphService, StandInGraph>().AddSingleton<ISignIn, StandInSignIn>().AddTransport();
        await using var server = builder.Build();
        _ = server.Use((context, next) =>
        {
            (context.Request.Scheme, context.Request.Host) = (scheme, new HostString("exchange.example"));
            return next(context);
        });
        _ = server.UseEveryAnswer();
        _ = server.MapGet("/", () => "");
        await server.StartAsync();

        using var http = new HttpClient();
        using var answer = await http.GetAsync(new Uri(server.Urls.Single()));

        Assert.Equal(isTold, answer.Headers.TryGetValues("Strict-Transport-Security", out var said));
        Assert.All(said ?? [], value => Assert.Equal("max-age=31536000", value));
    }

    private static string One(HttpResponseMessage answer, string header) => Assert.Single(answer.Headers.GetValues(header));

    private async Task<string> IdForAsync(string? sent)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/health/live");
        if (sent is not null)
            Assert.True(request.Headers.TryAddWithoutValidation(Header, sent));
        using var answer = await standing.Client.SendAsync(request);
        return One(answer, Header);
    }
}
