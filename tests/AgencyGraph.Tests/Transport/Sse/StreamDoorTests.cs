using System.Net.Http.Headers;
using System.Text;
using AgencyGraph.Tests.Transport.StandIn;

namespace AgencyGraph.Tests.Transport.Sse;

public sealed class StreamDoorTests : IAsyncLifetime
{
    private const string Complete = "event: complete\ndata:";

    private TransportServer server = null!; // InitializeAsync

    public async Task InitializeAsync() => server = await TransportServer.StartAsync();

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task A_subscription_is_its_events_each_with_the_id_to_resume_from_and_an_end_without()
    {
        using var client = await EventClient.PostAsync(server, "subscription { count }", """{"to":2}""");

        Assert.Equal("text/event-stream; charset=utf-8", client.Response.Content.Headers.ContentType!.ToString());
        Assert.True(client.Response.Headers.CacheControl!.NoStore);
        Assert.Equal(":", await client.HearAsync());
        Assert.Equal("""
            id: after-1
            event: next
            data: {"data":{"count":1,"pad":""}}
            """, await client.HearAsync());
        Assert.Equal("""
            id: after-2
            event: next
            data: {"data":{"count":2,"pad":""}}
            """, await client.HearAsync());
        Assert.Equal(Complete, await client.HearAsync());
        Assert.Null(await client.HearAsync());
    }

    [Theory]
    [InlineData("{ hello }", """{"data":{"hello":"wörld"}}""")]
    [InlineData("mutation { hello }", """{"data":{"hello":"wörld"}}""")]
    [InlineData("{ partly }", """{"data":{"partly":null},"errors":[{"message":"Not there.","path":["partly"]}]}""")]
    [InlineData("{ wrong }", """{"errors":[{"message":"Wrong.","extensions":{"code":"VALIDATION"}}]}""")]
    [InlineData("subscription { wrong }", """{"errors":[{"message":"Wrong.","extensions":{"code":"CURSOR_INVALID"}}]}""")]
    public async Task One_answer_is_one_event_without_an_id_refusals_of_the_graph_included(string query, string answer)
    {
        using var client = await EventClient.PostAsync(server, query);

        Assert.Equal(200, (int)client.Response.StatusCode);
        Assert.Equal($"event: next\ndata: {answer}", await client.HearEventAsync());
        Assert.Equal(Complete, await client.HearAsync());
        Assert.Null(await client.HearAsync());
    }

    [Theory]
    [InlineData("subscription { fault }", "INTERNAL")]
    [InlineData("subscription { refused }", "INVALID_INPUT")]
    public async Task A_stream_that_fails_ends_with_an_error_by_its_code(string query, string code)
    {
        using var client = await EventClient.PostAsync(server, query);

        Assert.StartsWith("id: after-1\n", await client.HearEventAsync(), StringComparison.Ordinal);
        var last = await client.HearEventAsync();
        Assert.StartsWith("event: next\ndata: {\"errors\":[", last, StringComparison.Ordinal);
        Assert.Contains(code, last, StringComparison.Ordinal);
        Assert.DoesNotContain(StandInGraph.Secret, last, StringComparison.Ordinal);
        Assert.Equal(Complete, await client.HearAsync());
    }

    [Theory]
    [InlineData("POST", "bad", "text/event-stream", "application/json", "{}", 401, "UNAUTHENTICATED")]
    [InlineData("POST", "good", "application/json", "application/json", """{"query":"{ hello }"}""", 406, "NOT_ACCEPTABLE")]
    [InlineData("POST", "good", "text/event-stream;q=0", "application/json", """{"query":"{ hello }"}""", 406, "NOT_ACCEPTABLE")]
    [InlineData("POST", "good", "text/event-stream", "text/plain", """{"query":"{ hello }"}""", 415, "UNSUPPORTED_MEDIA_TYPE")]
    [InlineData("POST", "good", "text/event-stream", "multipart/form-data; boundary=x", "--x--", 415, "UNSUPPORTED_MEDIA_TYPE")]
    [InlineData("POST", "good", "text/event-stream", "application/json", "[]", 400, "BATCHING_DISABLED")]
    [InlineData("POST", "good", "*/*", "application/json", "{}", 400, "BAD_REQUEST")]
    [InlineData("PUT", "good", "text/event-stream", "application/json", "{}", 405, "METHOD_NOT_ALLOWED")]
    public async Task What_is_no_request_opens_no_stream(
        string method, string token, string accept, string contentType, string body, int status, string code)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), server.Stream)
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = MediaTypeHeaderValue.Parse(contentType) } },
        };
        _ = request.Headers.TryAddWithoutValidation("Accept", accept);
        using var client = await EventClient.SendAsync(request, headers =>
        {
            _ = headers.Remove("Accept");
            _ = headers.TryAddWithoutValidation("Accept", accept);
            _ = headers.TryAddWithoutValidation("Authorization", token);
        });

        Assert.Equal((status, code), ((int)client.Response.StatusCode, await client.CodeAsync()));
        Assert.NotEqual("text/event-stream", client.Response.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("subscription { count }", "X-Purpose", 200)]
    [InlineData("subscription { count }", "Accept-Language", 400)]
    [InlineData("mutation { hello }", "X-Purpose", 405)]
    public async Task A_stream_may_be_opened_by_get_under_the_rules_of_a_get(string query, string header, int status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{server.Stream}?query={Uri.EscapeDataString(query)}");
        using var client = await EventClient.SendAsync(request, headers => headers.Add(header, "en"));
        Assert.Equal(status, (int)client.Response.StatusCode);
    }

    [Theory]
    [InlineData("after-7", "after-7")]
    [InlineData("", null)]
    [InlineData(null, null)]
    public async Task The_last_id_that_a_client_heard_is_where_its_stream_resumes(string? id, string? after)
    {
        using var client = await EventClient.PostAsync(server, "subscription { never }", headers: headers =>
        {
            if (id is not null)
                _ = headers.TryAddWithoutValidation("Last-Event-ID", id);
        });

        Assert.NotNull(await client.HearEventAsync());
        Assert.Equal(after, server.Graph.LastRequest!.ResumeAfter);
    }
}
