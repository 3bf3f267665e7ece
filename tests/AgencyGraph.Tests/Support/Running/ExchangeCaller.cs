using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using AgencyGraph.Access;
using AgencyGraph.Agencies;
using AgencyGraph.Visibility;

namespace AgencyGraph.Tests.Support.Running;

/// <summary>Someone who asks the running exchange, over HTTP or over a socket, in one role.</summary>
public sealed class ExchangeCaller
{
    private readonly HttpClient http;
    private readonly StatementLog statements;

    private ExchangeCaller(HttpClient http, StatementLog statements, Role role, string agency, string subject, string token, string purpose)
        => (this.http, this.statements, Role, Agency, Subject, Token, Purpose) = (http, statements, role, agency, subject, token, purpose);

    public Role Role { get; }

    public string Agency { get; }

    public string Subject { get; }

    public string Token { get; }

    public string Purpose { get; }

    public override string ToString() => $"{Role} {Subject} of {Agency}";

    /// <summary>Someone with a token of another issuer's.</summary>
    internal static ExchangeCaller Bearing(string token, HttpClient http, StatementLog statements, Role role, string agency)
        => new(http, statements, role, agency, "", token, PurposeOf(role));

    internal static ExchangeCaller With(
        DevelopmentTokens tokens, HttpClient http, StatementLog statements, Role role, string agency, string? subject, string? purpose)
    {
        var name = subject ?? $"{RoleNames.NameOf(role)}-{agency}";
        return new ExchangeCaller(
            http, statements, role, agency, name, tokens.Issue([role], new AgencyCode(agency), name, TimeSpan.FromHours(8)), purpose ?? PurposeOf(role));
    }

    /// <summary>The whole answer, to the letter.</summary>
    public Task<string> AskTextAsync(string query, object? variables = null, CancellationToken cancellationToken = default)
        => PostTextAsync(new { query, variables }, cancellationToken);

    /// <summary>The whole answer to a body of any form.</summary>
    public async Task<string> PostTextAsync(object body, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql");
        request.Headers.Authorization = new("Bearer", Token);
        request.Headers.Add("X-Purpose", Purpose);
        request.Content = new StringContent(JsonSerializer.Serialize(body), Encoding.UTF8, "application/json");
        using var response = await http.SendAsync(request, cancellationToken);
        return await response.Content.ReadAsStringAsync(cancellationToken);
    }

    /// <summary>The whole answer, errors and all.</summary>
    public async Task<JsonNode> AskAsync(string query, object? variables = null, CancellationToken cancellationToken = default)
        => JsonNode.Parse(await AskTextAsync(query, variables, cancellationToken))!; // An answer is an object.

    /// <summary>What the answer holds, which may have no errors.</summary>
    public async Task<JsonNode> DataAsync(string query, object? variables = null, CancellationToken cancellationToken = default)
    {
        var answer = await AskAsync(query, variables, cancellationToken);
        return answer["errors"] is null && answer["data"] is { } data
            ? data
            : throw new InvalidOperationException($"{this} asked {query} and was answered {answer.ToJsonString()}");
    }

    /// <summary>When this is done the stream is open, or refused: what happens from now on is told.</summary>
    public Task<ExchangeStream> SubscribeAsync(string query, object? variables = null) => OpenAsync(new { query, variables });

    /// <summary>Likewise, with any payload.</summary>
    public async Task<ExchangeStream> OpenAsync(object payload)
    {
        var before = statements.StreamStarts;
        var stream = await ExchangeStream.OpenAsync(new Uri(http.BaseAddress!, "/graphql"), this, payload); // Every caller is made with an address.
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (statements.StreamStarts == before && !stream.HasHeard)
            await Task.Delay(1, limit.Token);
        return stream;
    }

    private static string PurposeOf(Role role) => role switch
    {
        Role.Inspector => "INSPECTION",
        Role.Administrator => "ADMINISTRATION",
        Role.VettingUnit => "VETTING",
        Role.LedgerAuditor => "INFORMATION_GOVERNANCE",
        _ => "SAFEGUARDING",
    };
}
