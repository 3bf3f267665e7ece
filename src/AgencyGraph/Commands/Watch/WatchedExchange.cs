using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;
using AgencyGraph.Access;
using AgencyGraph.Contract.Admission;

namespace AgencyGraph.Commands.Watch;

/// <summary>The exchange as a partner's client meets it: a stream of server-sent events, and a mutation beside it.</summary>
internal sealed class WatchedExchange(HttpClient http, WatchOrder order)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    private const string Answers = "application/graphql-response+json";

    private static readonly TrustedDocuments Documents = new();

    private string token = order.FindToken();

    private object Filter => new { kinds = NullWhenEmpty(order.Kinds), children = NullWhenEmpty(order.Children) };

    /// <summary>Where the feed stands now: a cursor, so that a stream that breaks before its first update leaves nothing out either.</summary>
    public async Task<string> BeginAsync(CancellationToken cancellationToken)
    {
        using var response = await SendAsync(() => Request("", Answers, "watch/begin", Filter, null), cancellationToken);
        using var answer = await ReadAsync(response, cancellationToken);
        return answer.RootElement.TryGetProperty("errors", out var errors)
            ? throw RefusalInWords.Of(errors)
            : answer.RootElement.GetProperty("data").GetProperty("feedPosition").GetString() ?? "";
    }

    /// <param name="after">The last cursor.</param>
    public Task<HttpResponseMessage> OpenAsync(string after, CancellationToken cancellationToken)
        => SendAsync(() => Request("/stream", "text/event-stream", "watch/updates", Filter, after), cancellationToken);

    /// <param name="key">The same for the same cursor, however often it is sent.</param>
    public async Task AcknowledgeAsync(string cursor, Guid key, CancellationToken cancellationToken)
    {
        var variables = new { input = new { cursor, idempotencyKey = key } };
        using var response = await SendAsync(() => Request("", Answers, "watch/acknowledge-updates", variables, null), cancellationToken);
        using var answer = await ReadAsync(response, cancellationToken);
        if (answer.RootElement.TryGetProperty("errors", out var errors)
            || (answer.RootElement.GetProperty("data").GetProperty("acknowledgeUpdates") is var payload
                && payload.GetProperty("outcome").GetString() == "REFUSED" && payload.TryGetProperty("errors", out errors)))
        {
            throw RefusalInWords.Of(errors);
        }
    }

    private static string[]? NullWhenEmpty(string[] words) => words.Length > 0 ? words : null;

    private HttpRequestMessage Request(string door, string accept, string document, object variables, string? after)
    {
        var text = Documents.All.Single(each => each.Name == document).Text;
        var request = new HttpRequestMessage(HttpMethod.Post, new Uri(order.Graph.AbsoluteUri + door))
        {
            Content = JsonContent.Create(new { query = text, variables }, options: Json),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.Accept.ParseAdd(accept);
        request.Headers.Add(SignInHeaders.Purpose, order.Purpose);
        if (order.Role is not null)
            request.Headers.Add(SignInHeaders.Role, order.Role);
        if (after is not null)
            request.Headers.Add("Last-Event-ID", after);
        return request;
    }

    /// <summary>The answer, if it is one; a token that is no longer good is asked for anew, once.</summary>
    private async Task<HttpResponseMessage> SendAsync(Func<HttpRequestMessage> make, CancellationToken cancellationToken)
    {
        try
        {
            var used = token;
            var response = await http.SendAsync(make(), HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (response.StatusCode == HttpStatusCode.Unauthorized && (token = order.FindToken()) != used)
            {
                response.Dispose();
                response = await http.SendAsync(make(), HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            }

            return response.IsSuccessStatusCode ? response : throw await RefusedAsync(response, cancellationToken);
        }
        catch (HttpRequestException fault)
        {
            throw new ConnectionLostException($"{order.Graph} cannot be reached ({fault.Message})", inner: fault);
        }
    }

    private async Task<Exception> RefusedAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        using var refused = response;
        if (response.StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError)
            return new ConnectionLostException($"{order.Graph} answered {(int)response.StatusCode}", response.Headers.RetryAfter?.Delta);

        using var answer = await ReadAsync(response, cancellationToken);
        return RefusalInWords.Of(answer.RootElement.TryGetProperty("errors", out var errors) ? errors : default);
    }

    private async Task<JsonDocument> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            await using var body = await response.Content.ReadAsStreamAsync(cancellationToken);
            var answer = await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken);
            return answer.RootElement.ValueKind == JsonValueKind.Object ? answer : throw new JsonException();
        }
        catch (JsonException)
        {
            throw new WatchStoppedException(WatchExit.Refused, $"{order.Graph} answered {(int)response.StatusCode}, and not as an exchange does.");
        }
    }
}
