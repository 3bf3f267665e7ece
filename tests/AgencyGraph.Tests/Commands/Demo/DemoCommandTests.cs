using System.Globalization;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using AgencyGraph.Commands;
using AgencyGraph.Tests.Support;
using Xunit.Abstractions;

namespace AgencyGraph.Tests.Commands.Demo;

[BeginsEarly]
public sealed class DemoCommandTests(ITestOutputHelper figures)
{
    private const string Subscription = "subscription { updates { __typename ... on IncidentRecorded { incident { ingestMode council { code } } } } }";

    private static readonly TimeSpan Generous = TimeSpan.FromSeconds(30);

    [SkippableFact]
    public async Task A_hub_practitioner_sees_a_live_incident_soon_after_the_start_and_Ctrl_C_leaves_nothing_behind()
    {
        NeedSignals();
        using var demo = new DemoProcess("--urls", "http://127.0.0.1:0");

        var address = await demo.FindAsync("Subscriptions  ", "  ");
        var token = await demo.FindAsync("HUB_PRACTITIONER='", "'");
        using var socket = await SubscribeAsync(new Uri(address), token);
        var incident = await FirstLiveAsync(socket);

        var (seen, held) = (demo.Clock.Elapsed, demo.Held());
        figures.WriteLine(string.Create(CultureInfo.InvariantCulture, $"First live update {seen.TotalSeconds:0.0} s after the start, held up for {held.TotalSeconds:0.0} s."));
        Assert.True(seen - held < Generous, $"{seen}, held up for {held}");
        Assert.Equal("BUR", incident.GetProperty("council").GetProperty("code").GetString());
        Assert.Single(demo.Folders);
        _ = await demo.FindAsync("Loaded the councils' own records", " s.");

        await demo.InterruptAsync();

        Assert.Equal((ExitCodes.Done, ""), await demo.EndAsync());
        Assert.Empty(demo.Folders);
        Assert.DoesNotContain("refused", demo.Output, StringComparison.Ordinal);
    }

    [SkippableFact]
    public async Task Ctrl_C_while_it_starts_or_loads_ends_it_as_cleanly()
    {
        NeedSignals();
        using var demo = new DemoProcess("--urls", "http://127.0.0.1:0", "--families", "5000");
        _ = await demo.FindAsync("HUB_PRACTITIONER=", "'");

        await demo.InterruptAsync();

        Assert.Equal((ExitCodes.Done, ""), await demo.EndAsync());
        Assert.Empty(demo.Folders);
    }

    [Fact]
    public async Task An_address_in_use_is_told_with_the_remedy()
    {
        using var other = new TcpListener(System.Net.IPAddress.Loopback, 0);
        other.Start();
        using var demo = new DemoProcess("--urls", $"http://{other.LocalEndpoint}");

        var (code, errors) = await demo.EndAsync();

        Assert.Equal(ExitCodes.Failed, code);
        Assert.Contains("--urls http://127.0.0.1:0 picks a free one", Assert.Single(errors.TrimEnd('\n').Split('\n')), StringComparison.Ordinal);
        Assert.Empty(demo.Folders);
    }

    [SkippableFact]
    public async Task A_folder_that_was_named_is_kept_and_gone_on_with()
    {
        NeedSignals();
        var folder = Directory.CreateTempSubdirectory("agencygraph-test-");
        try
        {
            string[] args = ["--urls", "http://127.0.0.1:0", "--folder", folder.FullName, "--families", "20", "--rate", "600", "--batching", "merseyside"];
            Assert.Contains("about 20 families", await PlayAndEndAsync(args), StringComparison.Ordinal);
            Assert.NotEmpty(folder.GetFiles("*.db"));

            var second = await PlayAndEndAsync(args);

            Assert.Contains("holds a region already", second, StringComparison.Ordinal);
            Assert.DoesNotContain("ALREADY_EXISTS", second, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("--rate", "0")]
    [InlineData("--rate", "NaN")]
    [InlineData("--families", "3")]
    [InlineData("--batching", "cumbria")]
    public async Task What_cannot_be_played_is_refused(string option, string value)
    {
        using var errors = new StringWriter();

        Assert.Equal(ExitCodes.Usage, await CommandLine.RunAsync(["demo", option, value], TextWriter.Null, errors));
        Assert.Contains(option, errors.ToString(), StringComparison.Ordinal);
    }

    private static async Task<string> PlayAndEndAsync(string[] args)
    {
        using var demo = new DemoProcess(args);
        _ = await demo.FindAsync("INCIDENT, BATCH", "shared");
        await demo.InterruptAsync();
        Assert.Equal((ExitCodes.Done, ""), await demo.EndAsync());
        return demo.Output;
    }

    private static void NeedSignals()
    {
        if (OperatingSystem.IsWindows())
            CannotRun.Because("Windows sends a process no SIGINT.");
    }

    private static async Task<ClientWebSocket> SubscribeAsync(Uri address, string token)
    {
        var socket = new ClientWebSocket();
        socket.Options.AddSubProtocol("graphql-transport-ws");
        await socket.ConnectAsync(address, CancellationToken.None);
        await SayAsync(new { type = "connection_init", payload = new { Authorization = $"Bearer {token}", purpose = "SAFEGUARDING" } });
        Assert.Equal("connection_ack", (await HearAsync(socket)).GetProperty("type").GetString());
        await SayAsync(new { id = "1", type = "subscribe", payload = new { query = Subscription } });
        return socket;

        Task SayAsync(object message)
            => socket.SendAsync(JsonSerializer.SerializeToUtf8Bytes(message), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
    }

    private static async Task<JsonElement> FirstLiveAsync(ClientWebSocket socket)
    {
        while (true)
        {
            var message = await HearAsync(socket);
            if (message.GetProperty("type").GetString() == "ping")
                continue;
            Assert.Equal("next", message.GetProperty("type").GetString());
            var update = message.GetProperty("payload").GetProperty("data").GetProperty("updates");
            if (update.TryGetProperty("incident", out var incident) && incident.GetProperty("ingestMode").GetString() == "LIVE")
                return incident;
        }
    }

    private static async Task<JsonElement> HearAsync(ClientWebSocket socket)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var text = new MemoryStream();
        var buffer = new byte[16 * 1024];
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer, limit.Token);
            Assert.NotEqual(WebSocketMessageType.Close, part.MessageType);
            text.Write(buffer.AsSpan(0, part.Count));
            if (part.EndOfMessage)
                return JsonDocument.Parse(Encoding.UTF8.GetString(text.ToArray())).RootElement.Clone();
        }
    }
}
