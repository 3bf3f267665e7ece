using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;

namespace AgencyGraph.Benchmarks.Exchange;

/// <summary>One caller of the public graph over HTTP.</summary>
internal sealed class GraphClient(HttpClient http, Uri address, string token)
{
    private readonly Uri endpoint = new(address, "graphql");
    private readonly AuthenticationHeaderValue bearer = new("Bearer", token);

    /// <summary>The answer's data.</summary>
    /// <exception cref="InvalidOperationException">The answer has errors.</exception>
    public async Task<JsonElement> AskAsync(string query, object? variables, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, endpoint) { Content = JsonContent.Create(new { query, variables }) };
        request.Headers.Authorization = bearer;
        request.Headers.Add("X-Purpose", "SAFEGUARDING");
        using var response = await http.SendAsync(request, cancellationToken);
        await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
        using var answer = await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken);
        return answer.RootElement.TryGetProperty("errors", out var errors)
            ? throw new InvalidOperationException($"The exchange answered with errors: {errors}")
            : answer.RootElement.GetProperty("data").Clone();
    }
}
