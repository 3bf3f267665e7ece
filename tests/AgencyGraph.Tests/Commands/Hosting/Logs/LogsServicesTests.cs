using System.Text.Json;
using AgencyGraph.Commands.ExportSchema;
using AgencyGraph.Commands.Hosting.Logs;
using AgencyGraph.Tests.Transport.StandIn;
using AgencyGraph.Visibility;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;

namespace AgencyGraph.Tests.Commands.Hosting.Logs;

public sealed class LogsServicesTests
{
    private const string Injected = "\r\n{\"level\":\"x\"}\u001b[2J";

    [Theory]
    [InlineData("Production", null, "json")]
    [InlineData("Production", "simple", "simple")]
    [InlineData("Development", null, null)]
    [InlineData("Development", "json", "json")]
    public async Task The_log_is_JSON_in_production_and_where_it_is_asked_for(string environment, string? written, string? expected)
    {
        await using var server = Build(environment, written);

        Assert.Equal(expected, server.Services.GetRequiredService<IOptions<ConsoleLoggerOptions>>().Value.FormatterName);
    }

    [Fact]
    public async Task Whatever_is_in_an_event_it_stays_one_record()
    {
        await using var server = Build("Production", null);
        var json = server.Services.GetServices<ConsoleFormatter>().Single(each => each.Name == ConsoleFormatterNames.Json);
        using var text = new StringWriter();

        json.Write(new LogEntry<string>(LogLevel.Error, "AgencyGraph", 1, Injected, null, (state, _) => state), null, text);

        var line = Assert.Single(text.ToString().TrimEnd().Split('\n'));
        Assert.DoesNotContain('\u001b', line);
        using var record = JsonDocument.Parse(line);
        Assert.Equal(Injected, record.RootElement.GetProperty("Message").GetString());
    }

    [SkippableFact]
    public async Task What_a_client_sends_adds_no_record_and_each_record_of_a_request_holds_its_id()
    {
        const string id = "9f1c5f0e-7d0b-4c66-9d0f-0c3f6f3f2a11";
        ServerProcess.NeedSignals();
        using var server = new ServerProcess("--Logging:Console:FormatterName=json", "--Logging:LogLevel:AgencyGraph=Trace");
        using var http = new HttpClient { BaseAddress = await server.AddressAsync() };
        var body = JsonSerializer.Serialize(new
        {
            query = "mutation($input: RecordChildInput!) { recordChild(input: $input) { errors { code } } }",
            variables = new { input = new { idempotencyKey = Guid.NewGuid(), localReference = "A-1", givenName = Injected, surname = Injected } },
        });
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/graphql?{Uri.EscapeDataString(Injected)}")
        {
            Headers = { { "Authorization", $"Bearer {server.TokenFor(Role.HubPractitioner, "BUR")}x" }, { "X-Request-ID", id } },
            Content = new StringContent(body, null, "application/json"),
        };

        using var answer = await http.SendAsync(request);

        await Eventually.IsAsync(() => server.Lines.Any(line => line.Contains(id, StringComparison.Ordinal)), "the refused token is logged with its request");
        Assert.All(server.Lines, line =>
        {
            using var record = JsonDocument.Parse(line);
            Assert.False(record.RootElement.TryGetProperty("level", out _), line);
            Assert.DoesNotContain("[2J", line, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void The_number_of_an_event_is_its_own_and_its_text_writes_out_no_object()
    {
        var events = EventsPage.All().Select(each => each.Event).ToArray();

        Assert.NotEmpty(events);
        Assert.Equal(events.Length, events.Select(each => each.EventId).Distinct().Count());
        Assert.All(events, each => Assert.DoesNotContain("{@", each.Message, StringComparison.Ordinal));
    }

    private static WebApplication Build(string environment, string? formatter)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Configuration["Logging:Console:FormatterName"] = formatter;
        builder.AddLogs();
        return builder.Build();
    }
}
