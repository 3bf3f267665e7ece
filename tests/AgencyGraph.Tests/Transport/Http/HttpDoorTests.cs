using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using AgencyGraph.Tests.Transport.StandIn;

namespace AgencyGraph.Tests.Transport.Http;

public sealed class HttpDoorTests : IAsyncLifetime, IDisposable
{
    private const string Graph = "application/graphql-response+json";
    private const string Json = "application/json";
    private const string Hello = """{"query":"{ hello }"}""";

    private readonly HttpClient client = new();
    private TransportServer server = null!; // InitializeAsync

    public async Task InitializeAsync() => server = await TransportServer.StartAsync();

    public async Task DisposeAsync() => await server.DisposeAsync();

    public void Dispose() => client.Dispose();

    [Theory]
    [InlineData(Json, null, Hello, 200, Json, null)]
    [InlineData("application/json; charset=utf-8", "*/*", Hello, 200, Json, null)]
    [InlineData("application/JSON; charset=\"UTF-8\"", "application/*", Hello, 200, Json, null)]
    [InlineData(Json, Json, Hello, 200, Json, null)]
    [InlineData(Json, "application/json; charset=utf-8", Hello, 200, Json, null)]
    [InlineData(Json, "application/json, text/plain, */*", Hello, 200, Json, null)]
    [InlineData(Json, "application/json, application/graphql-response+json", Hello, 200, Graph, null)]
    [InlineData(Json, "application/graphql-response+json;q=0.5, application/json;q=0.9", Hello, 200, Json, null)]
    [InlineData(Json, "*/*, application/graphql-response+json;q=0", Hello, 200, Json, null)]
    [InlineData(Json, "*/*, application/json;q=0", Hello, 200, Graph, null)]
    [InlineData(Json, "application/graphql-response+json, */*", Hello, 200, Graph, null)]
    [InlineData(Json, "text/html", Hello, 406, Graph, "NOT_ACCEPTABLE")]
    [InlineData(Json, "application/json;q=0", Hello, 406, Graph, "NOT_ACCEPTABLE")]
    [InlineData(Json, "application/json;charset=utf-16", Hello, 406, Graph, "NOT_ACCEPTABLE")]
    [InlineData("text/plain", Graph, Hello, 415, Graph, "UNSUPPORTED_MEDIA_TYPE")]
    [InlineData("application/graphql", Graph, "{ hello }", 415, Graph, "UNSUPPORTED_MEDIA_TYPE")]
    [InlineData("application/x-www-form-urlencoded", Graph, "query={hello}", 415, Graph, "UNSUPPORTED_MEDIA_TYPE")]
    [InlineData("multipart/form-data; boundary=x", Graph, "--x\r\nContent-Disposition: form-data; name=\"operations\"\r\n\r\n{\"query\":\"{ hello }\"}\r\n--x--\r\n", 415, Graph, "UNSUPPORTED_MEDIA_TYPE")]
    [InlineData("application/json; charset=iso-8859-1", Graph, Hello, 415, Graph, "UNSUPPORTED_MEDIA_TYPE")]
    [InlineData(null, Graph, Hello, 415, Graph, "UNSUPPORTED_MEDIA_TYPE")]
    [InlineData(Json, Graph, "[{},{}]", 400, Graph, "BATCHING_DISABLED")]
    [InlineData(Json, Json, "[]", 400, Json, "BATCHING_DISABLED")]
    [InlineData(Json, Graph, "{\"query\":", 400, Graph, "BAD_REQUEST")]
    [InlineData(Json, Json, "nonsense", 400, Json, "BAD_REQUEST")]
    [InlineData(Json, Graph, "", 400, Graph, "BAD_REQUEST")]
    [InlineData(Json, Graph, "\"{ hello }\"", 400, Graph, "BAD_REQUEST")]
    [InlineData(Json, Graph, "{}", 400, Graph, "BAD_REQUEST")]
    [InlineData(Json, Json, "{}", 400, Json, "BAD_REQUEST")]
    [InlineData(Json, Graph, """{"query":1}""", 400, Graph, "BAD_REQUEST")]
    [InlineData(Json, Graph, """{"query":null}""", 400, Graph, "BAD_REQUEST")]
    [InlineData(Json, Graph, """{"query":"{ hello }","query":"{ fault }"}""", 400, Graph, "BAD_REQUEST")]
    [InlineData(Json, Graph, """{"query":"{ hello }","operationName":[]}""", 400, Graph, "BAD_REQUEST")]
    [InlineData(Json, Graph, """{"query":"{ hello }","variables":"x"}""", 400, Graph, "BAD_REQUEST")]
    [InlineData(Json, Graph, """{"query":"{ hello }","extensions":[1]}""", 400, Graph, "BAD_REQUEST")]
    [InlineData(Json, Graph, """{"query":"{ echo }","variables":{"name":"\ud800"}}""", 400, Graph, "BAD_REQUEST")]
    [InlineData(Json, Graph, """{"query":"{ echo }","variables":{"face":"\ud83d\ude00"}}""", 200, Graph, null)]
    [InlineData(Json, Graph, """{"query":"{ hello }","operationName":null,"variables":null,"extensions":null,"other":1}""", 200, Graph, null)]
    [InlineData(Json, Graph, """{"query":"{ wrong }"}""", 400, Graph, "VALIDATION")]
    [InlineData(Json, Json, """{"query":"{ wrong }"}""", 200, Json, "VALIDATION")]
    [InlineData(Json, Json, """{"query":"{ forbidden }"}""", 403, Json, "FORBIDDEN")]
    [InlineData(Json, Graph, """{"query":"subscription { count }"}""", 400, Graph, "BAD_REQUEST")]
    [InlineData(Json, Json, """{"query":"{ fault }"}""", 500, Json, "INTERNAL")]
    public async Task A_post_is_answered_with(string? contentType, string? accept, string body, int status, string mediaType, string? code)
    {
        using var response = await PostAsync(body, contentType, accept);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal($"{mediaType}; charset=utf-8", response.Content.Headers.ContentType!.ToString());
        Assert.True(response.Headers.CacheControl!.NoStore);
        Assert.Equal(code, await CodeAsync(response));
    }

    [Fact]
    public async Task The_engines_bytes_arrive_as_they_are()
    {
        using var response = await PostAsync(Hello);
        Assert.Equal("""{"data":{"hello":"wörld"}}""", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_request_may_name_a_registered_document_instead_of_sending_one()
    {
        using var response = await PostAsync("""{"extensions":{"document":"abc"},"operationName":"Op"}""");
        Assert.Equal("VALIDATION", await CodeAsync(response)); // the engine's, so it got there
        Assert.Equal((null, "Op"), (server.Graph.LastRequest!.Query, server.Graph.LastRequest.OperationName));
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("OPTIONS")]
    [InlineData("HEAD")]
    public async Task Other_methods_are_told_the_two_that_are_served(string method)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), server.Http);
        using var response = await client.SendAsync(request);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
        Assert.Equal(["GET", "POST"], response.Content.Headers.Allow);
    }

    [Fact]
    public async Task A_stranger_is_refused_before_his_body_is_read()
    {
        using var response = await PostAsync("not even JSON", token: "bad");
        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        Assert.Equal("Bearer", response.Headers.WwwAuthenticate.ToString());
        Assert.Equal(StandInSignIn.Refusal, await response.Content.ReadAsStringAsync());
    }

    [Theory]
    [InlineData("good", 128 * 1024, false, 200)]
    [InlineData("good", (128 * 1024) + 1, false, 413)]
    [InlineData("good", 128 * 1024, true, 200)]
    [InlineData("good", (128 * 1024) + 1, true, 413)]
    [InlineData("system", 16 * 1024 * 1024, true, 200)]
    [InlineData("system", (16 * 1024 * 1024) + 1, true, 413)]
    public async Task A_body_may_be_as_large_as_the_caller_is_allowed(string token, int bytes, bool chunked, int status)
    {
        const string start = """{"query":"{ hello }","variables":{"pad":""";
        var body = $"{start}\"{new string('x', bytes - start.Length - 4)}\"}}}}";
        Assert.Equal(bytes, body.Length);

        using var response = await PostAsync(body, token: token, chunked: chunked);

        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal(status == 413 ? "BODY_TOO_LARGE" : null, await CodeAsync(response));
    }

    [Fact]
    public async Task A_compressed_body_is_refused()
    {
        using var content = new StringContent(Hello, Encoding.UTF8, Json);
        content.Headers.ContentEncoding.Add("gzip");
        using var response = await SendAsync(content, null, "good", chunked: false);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, response.StatusCode);
    }

    [Fact]
    public async Task A_fault_tells_the_client_an_id_and_the_log_the_place_and_neither_the_message()
    {
        using var response = await PostAsync("""{"query":"{ fault }"}""");
        var body = await response.Content.ReadAsStringAsync();
        var id = JsonDocument.Parse(body).RootElement.GetProperty("errors")[0].GetProperty("extensions").GetProperty("requestId").GetString()!;

        var line = Assert.Single(server.Log, line => line.Contains("1400", StringComparison.Ordinal) && line.Contains(id, StringComparison.Ordinal));
        Assert.Contains(nameof(StandInGraph), line, StringComparison.Ordinal);
        Assert.DoesNotContain(StandInGraph.Secret, body, StringComparison.Ordinal);
        Assert.DoesNotContain(server.Log, text => text.Contains(StandInGraph.Secret, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_client_that_leaves_cancels_its_operation_and_is_no_fault()
    {
        using (var leave = new CancellationTokenSource(TimeSpan.FromMilliseconds(300)))
            _ = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => PostAsync("""{"query":"{ slow }"}""", cancellationToken: leave.Token));

        await server.Graph.LeftByClient.Task.WaitAsync(TimeSpan.FromSeconds(10));
        await Eventually.IsAsync(() => server.Log.Any(line => line.Contains(" 1401 ", StringComparison.Ordinal)), "the log knows that the client left");
        Assert.DoesNotContain(server.Log, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_body_that_is_broken_off_is_no_fault()
    {
        using (var tcp = new TcpClient())
        {
            await tcp.ConnectAsync(IPAddress.Loopback, server.Http.Port);
            await tcp.GetStream().WriteAsync(Encoding.ASCII.GetBytes(
                $"POST /graphql HTTP/1.1\r\nHost: {server.Host}\r\nAuthorization: good\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{{"));
        }

        await Eventually.IsAsync(() => server.Log.Any(line => line.Contains("Request finished", StringComparison.Ordinal)), "the request has ended");
        Assert.DoesNotContain(server.Log, line => line.StartsWith("Error", StringComparison.Ordinal));
    }

    private async Task<HttpResponseMessage> PostAsync(
        string body, string? contentType = Json, string? accept = null, string token = "good", bool chunked = false,
        CancellationToken cancellationToken = default)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        if (contentType is not null)
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        return await SendAsync(content, accept, token, chunked, cancellationToken);
    }

    private async Task<HttpResponseMessage> SendAsync(
        HttpContent content, string? accept, string token, bool chunked, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, server.Http) { Content = content };
        _ = request.Headers.TryAddWithoutValidation("Authorization", token);
        if (accept is not null)
            _ = request.Headers.TryAddWithoutValidation("Accept", accept);
        request.Headers.TransferEncodingChunked = chunked;
        return await client.SendAsync(request, cancellationToken);
    }

    private static async Task<string?> CodeAsync(HttpResponseMessage response)
    {
        using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        return body.RootElement.TryGetProperty("errors", out var errors)
            ? errors[0].GetProperty("extensions").GetProperty("code").GetString() : null;
    }
}
