using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using AgencyGraph.Tests.Support.Running;

namespace AgencyGraph.Tests.Edge;

/// <summary>Sends bytes through the real doors and says what is wrong with the answer; null for nothing.</summary>
internal sealed class FuzzDoor(RunningExchange exchange, ExchangeCaller caller) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Listening = TimeSpan.FromMilliseconds(500);

    private readonly HttpClient http = new() { BaseAddress = exchange.Address, Timeout = Patience };
    private ClientWebSocket? socket;
    private int ids;

    public async Task<string?> ByHttpAsync(byte[] body)
    {
        using var request = Request("/graphql", "application/graphql-response+json", body);
        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        return (int)response.StatusCode >= 500 ? $"status {(int)response.StatusCode}: {text}" : Fault(text);
    }

    /// <summary>A stream that stays open is left after a while.</summary>
    public async Task<string?> ByEventsAsync(byte[] body)
    {
        using var request = Request("/graphql/stream", "text/event-stream", body);
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        await using var stream = await response.Content.ReadAsStreamAsync();
        var (text, buffer) = (new StringBuilder(), new byte[16 * 1024]);
        using var listening = new CancellationTokenSource(Listening);
        try
        {
            while (await stream.ReadAsync(buffer, listening.Token) is > 0 and var read)
                _ = text.Append(Encoding.UTF8.GetString(buffer, 0, read));
        }
        catch (OperationCanceledException)
        {
            Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        }

        return (int)response.StatusCode >= 500 ? $"status {(int)response.StatusCode}: {text}" : Fault(text.ToString());
    }

    /// <summary>As the payload of a subscribe message, followed by a ping; or, now and then, the bytes as they are.</summary>
    public async Task<string?> BySocketAsync(byte[] body, Random chance)
    {
        using var limit = new CancellationTokenSource(Patience);
        socket = socket is { State: WebSocketState.Open } open ? open : await OpenAsync(limit.Token);
        var id = $"{++ids}";
        var message = chance.Next(5) == 0 ? body : [.. Encoding.UTF8.GetBytes($$"""{"id":"{{id}}","type":"subscribe","payload":"""), .. body, (byte)'}'];
        await SayAsync(message, limit.Token);
        await SayAsync(Encoding.UTF8.GetBytes($$"""{"id":"{{id}}","type":"complete"}"""), limit.Token);
        await SayAsync("""{"type":"ping","payload":{}}"""u8.ToArray(), limit.Token);
        while (await HearAsync(limit.Token) is { } text)
        {
            if (Fault(text) is { } fault)
                return fault;
            if (text.Contains("\"pong\"", StringComparison.Ordinal))
                return null;
        }

        return (int?)socket.CloseStatus is null or >= 4400 and < 4500 or 1009 or 1007 or 1002 ? null : $"closed with {socket.CloseStatus}: {socket.CloseStatusDescription}";
    }

    public Task<string> HealthAsync() => http.GetStringAsync("/health/live");

    public void Dispose()
    {
        http.Dispose();
        socket?.Dispose();
    }

    private HttpRequestMessage Request(string door, string accept, byte[] body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, door) { Content = new ByteArrayContent(body) };
        request.Headers.Authorization = new("Bearer", caller.Token);
        request.Headers.Add("X-Purpose", caller.Purpose);
        request.Headers.Accept.ParseAdd(accept);
        request.Content.Headers.ContentType = new("application/json");
        return request;
    }

    private static string? Fault(string text)
        => text.Contains(CanaryWorld.Mark, StringComparison.Ordinal) || text.Contains("\"INTERNAL\"", StringComparison.Ordinal)
            || text.Contains("\"UNAVAILABLE\"", StringComparison.Ordinal) ? text : null;

    private async Task<ClientWebSocket> OpenAsync(CancellationToken cancellationToken)
    {
        socket?.Dispose();
        var opened = new ClientWebSocket();
        opened.Options.AddSubProtocol("graphql-transport-ws");
        await opened.ConnectAsync(new UriBuilder(new Uri(exchange.Address, "/graphql")) { Scheme = "ws" }.Uri, cancellationToken);
        socket = opened;
        await SayAsync(JsonSerializer.SerializeToUtf8Bytes(
            new { type = "connection_init", payload = new { Authorization = $"Bearer {caller.Token}", purpose = caller.Purpose } }), cancellationToken);
        Assert.Contains("connection_ack", await HearAsync(cancellationToken), StringComparison.Ordinal);
        return opened;
    }

    private async Task SayAsync(byte[] bytes, CancellationToken cancellationToken)
    {
        try
        {
            await socket!.SendAsync(bytes, WebSocketMessageType.Text, endOfMessage: true, cancellationToken); // It was opened before.
        }
        catch (WebSocketException)
        {
            return; // The server has closed it: what is heard next says why.
        }
    }

    private async Task<string?> HearAsync(CancellationToken cancellationToken)
    {
        using var text = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var part = await ReceiveAsync(buffer, cancellationToken);
            if (part is null or { MessageType: WebSocketMessageType.Close })
                return null;
            text.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
                return Encoding.UTF8.GetString(text.ToArray());
        }
    }

    /// <summary>Null where the server has cut the connection, as it does when a text is not Unicode.</summary>
    private async Task<WebSocketReceiveResult?> ReceiveAsync(byte[] buffer, CancellationToken cancellationToken)
    {
        try
        {
            return await socket!.ReceiveAsync(buffer, cancellationToken); // It was opened before.
        }
        catch (WebSocketException)
        {
            return null;
        }
    }
}
