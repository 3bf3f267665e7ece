using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace AgencyGraph.Tests.Transport.StandIn;

/// <summary>Reads a stream of events block by block, to the letter.</summary>
internal sealed class EventClient : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly HttpClient http;
    private readonly StreamReader reader;

    private EventClient(HttpClient http, HttpResponseMessage response, StreamReader reader)
        => (this.http, Response, this.reader) = (http, response, reader);

    public HttpResponseMessage Response { get; }

    public static async Task<EventClient> PostAsync(
        TransportServer server, string query, string variables = "{}", Action<HttpRequestHeaders>? headers = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, server.Stream)
        {
            Content = new StringContent($$$"""{"query":"{{{query}}}","variables":{{{variables}}}}""", Encoding.UTF8, "application/json"),
        };
        return await SendAsync(request, headers);
    }

    public static async Task<EventClient> SendAsync(HttpRequestMessage request, Action<HttpRequestHeaders>? headers = null)
    {
        _ = request.Headers.TryAddWithoutValidation("Accept", "text/event-stream");
        headers?.Invoke(request.Headers);
        if (!request.Headers.Contains("Authorization"))
            _ = request.Headers.TryAddWithoutValidation("Authorization", "good");
        var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
        using var limit = new CancellationTokenSource(Patience);
        var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
        return new EventClient(http, response, new StreamReader(await response.Content.ReadAsStreamAsync(limit.Token), Encoding.UTF8));
    }

    /// <summary>The lines up to the next empty one; null when the stream has ended.</summary>
    public Task<string?> HearAsync() => HearAsync(Patience);

    private async Task<string?> HearAsync(TimeSpan patience)
    {
        using var limit = new CancellationTokenSource(patience);
        var lines = new List<string>();
        while (await reader.ReadLineAsync(limit.Token) is { } line)
        {
            if (line.Length == 0)
                return string.Join('\n', lines);
            lines.Add(line);
        }

        Assert.Empty(lines);
        return null;
    }

    /// <summary>The next event that is no keep-alive.</summary>
    public Task<string?> HearEventAsync() => HearEventAsync(Patience);

    /// <param name="patience">For how long anything is waited for, be it a keep-alive.</param>
    public async Task<string?> HearEventAsync(TimeSpan patience)
    {
        while (true)
        {
            if (await HearAsync(patience) is not ":" and var heard)
                return heard;
        }
    }

    public async Task<string?> CodeAsync()
    {
        using var body = JsonDocument.Parse(await reader.ReadToEndAsync());
        return body.RootElement.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString();
    }

    public void Dispose()
    {
        reader.Dispose();
        Response.Dispose();
        http.Dispose();
    }
}
