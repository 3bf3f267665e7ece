using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;
using AgencyGraph.Access;

namespace AgencyGraph.Commands.Demo;

/// <summary>The exchange as its clients meet it: by HTTP, with a token and a purpose.</summary>
internal sealed class Exchange(HttpClient http, Uri graph, DevelopmentTokens tokens)
{
    private static readonly TimeSpan TokenLifetime = TimeSpan.FromMinutes(5);

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <param name="input">The mutation's one argument; null for a query without variables.</param>
    public async Task<Reply> SendAsync(Sender sender, string document, object? input, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, graph)
        {
            Content = JsonContent.Create(new { query = document, variables = input is null ? null : new { input } }, options: Json),
        };
        // A token for each request: the feed may play for longer than any token is good.
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", tokens.Issue([sender.Role], sender.Agency, sender.Subject, TokenLifetime));
        request.Headers.Accept.ParseAdd("application/graphql-response+json");
        request.Headers.Add(SignInHeaders.Purpose, "SAFEGUARDING");
        using var response = await http.SendAsync(request, cancellationToken);
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var answer = await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken);
        return Reply.Read(answer.RootElement.Clone());
    }
}
