using AgencyGraph.Tests.Transport.StandIn;

namespace AgencyGraph.Tests.Transport.Sockets;

public sealed class HandshakeTests
{
    private const string Protocol = "Sec-WebSocket-Protocol: graphql-transport-ws\r\n";

    [Theory]
    [InlineData(null, 101)]
    [InlineData("http://{host}", 101)]
    [InlineData("https://partner.example", 101)]
    [InlineData("https://partner.example:443", 101)]
    [InlineData("HTTPS://PARTNER.EXAMPLE", 101)]
    [InlineData("http://partner.example", 403)]
    [InlineData("https://partner.example:8443", 403)]
    [InlineData("https://partner.example.evil.example", 403)]
    [InlineData("https://evil.example", 403)]
    [InlineData("https://{host}", 403)]
    [InlineData("http://127.0.0.1", 403)]
    [InlineData("null", 403)]
    [InlineData("", 403)]
    public async Task A_web_page_may_open_a_socket_from(string? origin, int status)
    {
        await using var server = await TransportServer.StartAsync(settings: ("Transport:AllowedOrigins:0", "https://partner.example"));
        var header = origin is null ? "" : $"Origin: {origin.Replace("{host}", server.Host, StringComparison.Ordinal)}\r\n";
        using var raw = await RawSocket.OpenAsync(server, Protocol + header);
        Assert.StartsWith($"HTTP/1.1 {status} ", raw.Handshake, StringComparison.Ordinal);
    }

    /// <summary>A browser names the origin of the page with every handshake: where one speaks and names none, something has taken it away.</summary>
    [Theory]
    [InlineData("Sec-Fetch-Mode: websocket", 403)]
    [InlineData("Sec-Fetch-Mode: websocket\r\nSec-Fetch-Site: same-origin", 403)]
    [InlineData("Sec-Fetch-Site: cross-site", 403)]
    [InlineData("Sec-Fetch-Site: same-site", 403)]
    [InlineData("Sec-Fetch-Site: none", 403)]
    [InlineData("Sec-Fetch-Site: same-origin", 101)]
    [InlineData("Sec-Fetch-Mode: websocket\r\nSec-Fetch-Site: same-origin\r\nOrigin: http://{host}", 101)]
    [InlineData("Sec-Fetch-Mode: websocket\r\nSec-Fetch-Site: cross-site\r\nOrigin: https://evil.example", 403)]
    public async Task A_browser_that_names_no_origin_opens_no_socket(string headers, int status)
    {
        await using var server = await TransportServer.StartAsync();
        using var raw = await RawSocket.OpenAsync(server, $"{Protocol}{headers.Replace("{host}", server.Host, StringComparison.Ordinal)}\r\n");
        Assert.StartsWith($"HTTP/1.1 {status} ", raw.Handshake, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_idle_socket_is_pinged_and_cut_when_nobody_answers()
    {
        await using var server = await TransportServer.StartAsync(configure: options
            => (options.KeepAliveInterval, options.KeepAliveWait) = (TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(500)));
        using var raw = await RawSocket.OpenAsync(server);
        Assert.Equal(9, (await raw.HearFrameAsync()).Opcode);
        Assert.True(await raw.IsCutAsync());
    }

    [Fact]
    public async Task Limits_without_sense_stop_the_start()
        => _ = await Assert.ThrowsAsync<Microsoft.Extensions.Options.OptionsValidationException>(
            () => TransportServer.StartAsync(settings: ("Transport:QueueBytes", "0")));
}
