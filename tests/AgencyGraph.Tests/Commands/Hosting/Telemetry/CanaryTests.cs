using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Contract.Engine;
using AgencyGraph.Tests.Ledger;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Tests.Transport.StandIn;
using AgencyGraph.Visibility;
using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;

namespace AgencyGraph.Tests.Commands.Hosting.Telemetry;

/// <summary>What is sent in, at whichever place, comes out nowhere but in the answers to those who may see it.</summary>
public sealed class CanaryTests
{
    private const string Sign = "CanaryQ";

    private static readonly string[] Headers =
    [
        "Authorization", "X-Role", "X-Purpose", "X-Request-ID", "User-Agent", "Accept", "Accept-Language", "Origin", "Referer", "Cookie", "traceparent", "tracestate",
        "baggage", "Last-Event-ID", "Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "DPoP", "GraphQL-Require-Preflight",
    ];

    /// <summary>What whoever sent a mark was answered, where it was run: a refusal goes on into the client's own log. Of what is no value of its type the sender is told which.</summary>
    private readonly List<string> told = [];

    private int sent;

    [SkippableTheory, EveryDatabase]
    public async Task What_a_client_sends_is_in_no_log_no_trace_no_figure_and_no_answer_to_another(DatabaseKind kind)
    {
        using var overheard = new Overheard();
        await using var exchange = await RunningExchange.StartAsync(
            kind, settings: ["--OTEL_EXPORTER_OTLP_ENDPOINT=http://127.0.0.1:1"], configure: overheard.ListenTo);
        using var http = new HttpClient { BaseAddress = exchange.Address };
        var inputs = new DeclaredInputs(exchange.Services.GetRequiredService<GraphPrint>().Text());

        foreach (var caller in new[] { exchange.As(Role.PoliceSystem, "greater-manchester", Mark()), exchange.As(Role.HubPractitioner, "BUR", Mark()) })
        {
            foreach (var (query, variables) in inputs.Requests(Mark))
                await SendAsync(http, caller, query, variables);
            foreach (var document in Documents())
                await SendAsync(http, caller, document, null);
            await SendHeadersAndAddressesAsync(http, caller);
            await OpenSocketAsync(exchange, caller);
        }

        // What none of the callers before may ask for, so that no place is only ever refused.
        var asked = Grants.All[Role.PoliceSystem].Permissions.Concat(Grants.All[Role.HubPractitioner].Permissions).ToHashSet();
        var model = exchange.Services.GetRequiredService<GraphModel>();
        foreach (var caller in new[] { exchange.As(Role.CouncilSystem, "BUR", Mark()), exchange.As(Role.HubLead, "BUR", Mark()), exchange.As(Role.LedgerAuditor, "BUR", Mark()), exchange.As(Role.Administrator, "BUR", Mark()) })
        {
            var fields = model.RootFields.Where(field => Grants.All[caller.Role].Permits(field.Permission) && !asked.Contains(field.Permission)).Select(field => $"{{ {field.Name}(").ToArray();
            foreach (var (query, variables) in inputs.Requests(Mark).Where(request => fields.Any(field => request.Query.Contains(field, StringComparison.Ordinal))))
                await SendAsync(http, caller, query, variables);
            asked.UnionWith(Grants.All[caller.Role].Permissions);
        }

        // In an emergency nothing else is done.
        var officer = exchange.As(Role.PoliceOfficer, "merseyside", Mark(), "BREAK_GLASS");
        foreach (var (query, variables) in inputs.Requests(Mark).Where(request => request.Query.Contains("breakGlass(", StringComparison.Ordinal)))
            await SendAsync(http, officer, query, variables);

        Assert.InRange(sent, 500, int.MaxValue);
        // The endpoint is nobody, so that not all is flushed; what is listened to here is.
        _ = exchange.Services.GetRequiredService<MeterProvider>().ForceFlush();
        Assert.NotEmpty(overheard.Lines);
        Assert.Contains(overheard.Spans, span => span.Contains("graphql mutation", StringComparison.Ordinal));
        Assert.Contains(overheard.Figures, figure => figure.StartsWith("agencygraph.operation.duration", StringComparison.Ordinal));
        AssertSilent(overheard.Lines);
        AssertSilent(overheard.Spans);
        AssertSilent(overheard.Figures);
        AssertSilent(await AnswersToAnotherAsync(exchange, inputs));
        AssertSilent(await LedgerAsync(exchange));
        AssertSilent(told);
    }

    /// <summary>All that the ledger holds but who asked and what the client calls its operation, which are marked too.</summary>
    private static async Task<IReadOnlyList<string>> LedgerAsync(RunningExchange exchange)
    {
        var entries = (await RecordedDisclosures.ReadAsync(exchange.Services)).Entries;
        Assert.NotEmpty(entries);
        return [.. entries.Select(entry => JsonSerializer.Serialize(entry with { Subjects = [], Operation = "" }))];
    }

    private static void AssertSilent(IEnumerable<string> said)
        => Assert.DoesNotContain(said.ToArray(), each => each.Contains(Sign, StringComparison.OrdinalIgnoreCase));

    private static async Task<IReadOnlyList<string>> AnswersToAnotherAsync(RunningExchange exchange, DeclaredInputs inputs)
    {
        var other = exchange.As(Role.HubPractitioner, "WRL");
        List<string> answers = [await other.AskTextAsync("{ children(first: 50) { nodes { id identity { surname } } } }")];
        foreach (var (query, variables) in inputs.Requests(() => "Test"))
            answers.Add(await other.AskTextAsync(query, variables));
        return answers;
    }

    private string Mark() => string.Create(CultureInfo.InvariantCulture, $"{Sign}{++sent:0000}");

    private IEnumerable<string> Documents() =>
    [
        $"query {Mark()} {{ children(first: 1) {{ totalCount }} }}", $"{{ {Mark()} }}", $"{{ {Mark()}", $"{{ {Mark()}: children(first: 1) {{ totalCount }} }}",
        $"# {Mark()}\n{{ children(first: 1) {{ totalCount }} }}", $"{{ children(first: 1, after: \"{Mark()}\") {{ totalCount }} }}",
        $"{{ children(first: {Mark()}) {{ totalCount }} }}", $"{{ children(first: 1) @{Mark()} {{ totalCount }} }}", $"{{ child(by: {{ id: \"{Mark()}\" }}) {{ id }} }}",
        $"query(${Mark()}: {Mark()}) {{ children(first: 1) {{ totalCount }} }}", $"{{ ...{Mark()} }} fragment {Mark()} on {Mark()} {{ id }}",
        $"{{ node(id: \"{Mark()}\") {{ id }} }}", $"subscription {{ {Mark()} }}", $"{{ __type(name: \"{Mark()}\") {{ name }} }}",
    ];

    private async Task SendHeadersAndAddressesAsync(HttpClient http, ExchangeCaller caller)
    {
        const string query = "{ children(first: 1) { totalCount } }";
        foreach (var path in new[] { "/graphql", "/graphql/stream" })
        {
            foreach (var header in Headers)
                await SendAsync(http, caller, query, null, path, (header, header == "Authorization" ? $"Bearer {Mark()}" : Mark()));
        }

        await SendAsync(http, caller, query, null, "/graphql", ("tracestate", $"vendor={Mark()}"), ("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"));
        await SendAsync(http, caller, query, null, "/graphql", ("baggage", $"name={Mark()}"));
        foreach (var address in new[] { $"/{Mark()}", $"/graphql/{Mark()}", $"/graphql?{Mark()}={Mark()}", $"/graphql?query={Mark()}", $"/health/{Mark()}" })
        {
            await SendAsync(http, caller, query, null, address);
            using var answer = await http.GetAsync(new Uri(address, UriKind.Relative));
        }
    }

    private async Task SendAsync(
        HttpClient http, ExchangeCaller caller, string query, JsonNode? variables, string path = "/graphql", params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = new StringContent(JsonSerializer.Serialize(new { query, variables }), Encoding.UTF8, "application/json"),
            Headers = { { "Authorization", $"Bearer {caller.Token}" }, { "X-Purpose", caller.Purpose } },
        };
        foreach (var (name, value) in headers)
        {
            _ = request.Headers.Remove(name);
            Assert.True(request.Headers.TryAddWithoutValidation(name, value));
        }

        using var answer = await http.SendAsync(request);
        var body = await answer.Content.ReadAsStringAsync();
        if (variables is not null && body.StartsWith("{\"data\":{", StringComparison.Ordinal))
            told.Add(body);
    }

    private async Task OpenSocketAsync(RunningExchange exchange, ExchangeCaller caller)
    {
        var address = new UriBuilder(exchange.Address) { Scheme = "ws", Path = "/graphql" }.Uri;
        using (var stranger = await SocketClient.ConnectAsync(address))
        {
            await stranger.SayAsync($$$"""{"type":"connection_init","payload":{"Authorization":"Bearer {{{Mark()}}}","purpose":"{{{Mark()}}}"}}""");
            _ = await stranger.HearCloseAsync();
        }

        using var client = await SocketClient.ConnectAsync(address);
        await client.SayAsync($$$"""{"type":"connection_init","payload":{"Authorization":"Bearer {{{caller.Token}}}","purpose":"{{{caller.Purpose}}}"}}""");
        _ = await client.HearAsync();
        await client.SubscribeAsync(Mark(), $"subscription {Mark()} {{ {Mark()} }}", $$"""{"{{Mark()}}":"{{Mark()}}"}""");
        _ = await client.HearAsync();
        await client.SayAsync(Mark());
        _ = await client.HearCloseAsync();
    }
}
