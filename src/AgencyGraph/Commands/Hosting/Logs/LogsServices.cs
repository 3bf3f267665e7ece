using Microsoft.Extensions.Logging.Console;

namespace AgencyGraph.Commands.Hosting.Logs;

/// <summary>How the log is written.</summary>
internal static class LogsServices
{
    private const string Formatter = "Logging:Console:FormatterName";

    public static void AddLogs(this WebApplicationBuilder builder)
    {
        // Its events and its scope hold the whole address of a request, and with it what a GET asks. It may not be switched on.
        _ = builder.Logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.None);
        _ = builder.Services.Configure<JsonConsoleFormatterOptions>(json =>
        {
            json.IncludeScopes = true;
            json.UseUtcTimestamp = true;
            json.TimestampFormat ??= "yyyy-MM-ddTHH:mm:ss.fffZ";
        });
        // One record a line, whatever is in it: what reads the log of a server cannot be made to see records that are none.
        if (builder.Environment.IsProduction() && string.IsNullOrEmpty(builder.Configuration[Formatter]))
            _ = builder.Services.Configure<ConsoleLoggerOptions>(console => console.FormatterName = ConsoleFormatterNames.Json);
    }
}
