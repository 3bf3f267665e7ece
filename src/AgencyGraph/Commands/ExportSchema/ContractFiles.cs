using AgencyGraph.Commands.Import;
using AgencyGraph.Contract.Admission;
using AgencyGraph.Contract.Declarations;
using AgencyGraph.Contract.Engine;
using AgencyGraph.Retention;
using AgencyGraph.Timeliness.Clocks;
using AgencyGraph.Timeliness.Days;

namespace AgencyGraph.Commands.ExportSchema;

/// <summary>The contract's files that are printed from the program: what they say is what runs.</summary>
internal static class ContractFiles
{
    public const string Schema = "agencygraph.graphql";
    public const string Visibility = "visibility.md";
    public const string Errors = "errors.md";
    public const string Events = "events.md";
    public const string Configuration = "configuration.md";
    public const string Documents = "documents.md";
    public const string Retention = "retention.md";
    public const string Clocks = "clocks.md";

    /// <summary>The document that <c>import</c> sends: a partner who imports with a program of their own sends the same.</summary>
    public const string Backlog = "operations/police/record-backlog.graphql";

    /// <summary>The same of missing children.</summary>
    public const string MissingBacklog = "operations/police/report-missing-backlog.graphql";

    /// <returns>Each file's text by its name in the folder.</returns>
    public static IReadOnlyDictionary<string, string> Print()
    {
        var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System);
        GraphParts.Add(services);
        using var provider = services.BuildServiceProvider();
        return new Dictionary<string, string>
        {
            [Schema] = WithLastLineEnded(provider.GetRequiredService<GraphPrint>().Text()),
            [Visibility] = VisibilityPage.Print(provider.GetRequiredService<GraphModel>()),
            [Errors] = ErrorsPage.Print(),
            [Events] = EventsPage.Print(),
            [Configuration] = ConfigurationPage.Print(),
            [Retention] = RetentionPage.Print(provider.GetRequiredService<RetentionFigures>()),
            [Clocks] = ClocksPage.Print(provider.GetRequiredService<ClockCatalogue>(), provider.GetRequiredService<BankHolidays>()),
            [Documents] = DocumentsPage.Print(provider.GetRequiredService<TrustedDocuments>()),
            [Backlog] = WithLastLineEnded(ExtractKind.Incidents.Document),
            [MissingBacklog] = WithLastLineEnded(ExtractKind.Missing.Document),
        };
    }

    private static string WithLastLineEnded(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n') + "\n";
}
