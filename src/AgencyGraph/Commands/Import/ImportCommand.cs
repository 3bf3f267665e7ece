using System.CommandLine;

namespace AgencyGraph.Commands.Import;

/// <summary>
/// <c>import --force greater-manchester FILE.ndjson</c>: sends a force's extract through the public graph. Exit codes are those of
/// <see cref="ImportExit"/>.
/// </summary>
public static class ImportCommand
{
    public const string Verb = "import";

    public const string TokenVariable = "AGENCYGRAPH_TOKEN";

    private const string Description = """
        Sends a force's extract (NDJSON, one revision of an incident, or of a missing child, a line) through the graph of a running exchange.
        Lines that are refused are written, with the reason, to FILE.rejects.ndjson beside the file. Running the same command again
        doubles nothing; an import that was cut short is taken up again that way.

        Exit codes: 0 every line is in; 1 some lines were refused; 2 wrong usage, or a file that cannot be read or written;
        3 the exchange cannot be reached or stopped answering; 4 not signed in or not permitted; 130 interrupted.
        """;

    private static readonly Option<string> Force = new("--force")
    {
        Required = true,
        Description = "The force's code, as in greater-manchester.",
    };

    private static readonly Option<string> Of = new("--of")
    {
        Description = "What the extract holds: incidents, or missing (children).",
        DefaultValueFactory = _ => ExtractKind.Incidents.Name,
    };

    private static readonly Argument<FileInfo> Extract = new("FILE") { Description = "The extract." };

    private static readonly Option<string> Url = new("--url")
    {
        Description = "Where the exchange is.",
        DefaultValueFactory = _ => ExchangeAddress.Usual,
    };

    private static readonly Option<string?> Token = new("--token")
    {
        Description = $"The force's bearer token. Better: the environment variable {TokenVariable}, which other users of the machine "
            + "do not see. Without either, a development token is made.",
    };

    private static readonly Option<FileInfo?> Rejects = new("--rejects")
    {
        Description = "Where the refused lines go, if not beside the file.",
    };

    /// <param name="developmentToken">Makes a development token for a force's code.</param>
    /// <param name="clock">Measures the rate, and the waits between attempts.</param>
    public static Command Create(Func<string, string> developmentToken, TimeProvider clock)
        => Create(developmentToken, clock, Patience.Usual);

    internal static Command Create(Func<string, string> developmentToken, TimeProvider clock, Patience patience)
    {
        var command = new Command(Verb, Description) { Force, Of, Extract, Url, Token, Rejects };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var error = parsed.InvocationConfiguration.Error;
            var isTerminal = ReferenceEquals(error, Console.Error) && !Console.IsErrorRedirected && !Console.IsOutputRedirected;
            var screen = new ImportScreen(error, isTerminal, clock);
            return (int)(MakeOrder(parsed, developmentToken, patience, screen.Say) is { } order
                ? await RunAsync(order, screen, parsed.InvocationConfiguration.Output, clock, cancellationToken)
                : ImportExit.Usage);
        });
        return command;
    }

    private static async Task<ImportExit> RunAsync(
        ImportOrder order, ImportScreen screen, TextWriter output, TimeProvider clock, CancellationToken cancellationToken)
    {
        var tally = new ImportTally();
        var began = clock.GetTimestamp();
        var import = new ExtractImport(order, tally, clock, screen.Say);
        var exit = await screen.ShowAsync(tally, order.Extract.Length, () => import.RunAsync(cancellationToken));
        await output.WriteAsync(ImportSummary.Of(tally, exit, clock.GetElapsedTime(began), order.Rejects));
        return exit;
    }

    private static ImportOrder? MakeOrder(ParseResult parsed, Func<string, string> developmentToken, Patience patience, Action<string> say)
    {
        var code = parsed.GetRequiredValue(Force);
        var extract = parsed.GetRequiredValue(Extract);
        var name = parsed.GetRequiredValue(Of);
        if (ExtractKind.All.FirstOrDefault(each => each.Name == name) is not { } kind)
            say($"--of must be {string.Join(" or ", ExtractKind.All.Select(each => each.Name))}.");
        else if (SendingForce.Find(code) is not { } force)
            say($"{code} is no force's code.");
        else if (!extract.Exists)
            say($"There is no file {extract.FullName}.");
        else if (ExchangeAddress.GraphAt(parsed.GetRequiredValue(Url)) is not { } endpoint)
            say("--url must be an http or https address.");
        else if (parsed.GetValue(Rejects)?.FullName == extract.FullName)
            say("--rejects must not be the extract itself.");
        else
        {
            if (ExchangeAddress.WarningFor(endpoint) is { } warning)
                say(warning);

            var rejects = parsed.GetValue(Rejects)?.FullName ?? RejectsFile.Beside(extract.FullName);
            var given = parsed.GetValue(Token) ?? Environment.GetEnvironmentVariable(TokenVariable);
            Func<string> findToken = string.IsNullOrWhiteSpace(given) ? () => developmentToken(code) : given.Trim;
            return new ImportOrder(extract, kind, force, endpoint, rejects, findToken, patience);
        }

        return null;
    }
}
