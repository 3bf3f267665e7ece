using AgencyGraph.Commands.Hosting.Settings;

namespace AgencyGraph.Commands.ExportSchema;

/// <summary><c>configuration.md</c>: every setting of the exchange's own.</summary>
internal static class ConfigurationPage
{
    public static string Print()
    {
        var page = new Page()
            .Heading(1, "Configuration")
            .Paragraph("Printed from the program by `export-schema`; a test compares it. Settings come from `appsettings.json`, "
                + "the environment (`Access__Authority=…`) or the command line (`--Access:Authority=…`), the last one first. "
                + "The server does not start with a key under these sections that it does not know, and names the nearest one.");
        foreach (var section in SettingsCatalogue.Sections())
        {
            _ = page.Heading(2, section.Name)
                .Paragraph(section.Meaning)
                .Table(["Key", "Value", "Default", "What it does"], section.Settings.Select(setting => new[]
                {
                    $"`{setting.Key}`", setting.Kind, setting.Default, setting.Meaning,
                }));
        }

        return page
            .Heading(2, "The framework's")
            .Paragraph("ASP.NET Core's own settings hold as it documents them. Those that an operator needs first:")
            .Table(["Key", "Default", "What it does"],
            [
                ["`urls`", "`http://localhost:5000`", "Where the server listens."],
                ["`Kestrel:Endpoints`, `Kestrel:Certificates`", "", "Addresses with TLS and their certificates."],
                ["`ASPNETCORE_ENVIRONMENT`", "`Production`", "`Development` permits what helps on one's own machine, and nothing else does."],
                ["`ASPNETCORE_FORWARDEDHEADERS_ENABLED`", "`false`", "`true` behind a proxy that passes on host and scheme."],
                ["`Logging:LogLevel:Default`", "`Information`", "The least level that is logged; `events.md` lists the events."],
                ["`Logging:Console:FormatterName`", "`json` in Production, else `simple`", "How the log is written: `json` is one record a line."],
                ["`OTEL_EXPORTER_OTLP_ENDPOINT`", "", "Where traces and metrics are sent; without it there are none. The other `OTEL_*` variables hold too."],
            ])
            .ToString();
    }
}
