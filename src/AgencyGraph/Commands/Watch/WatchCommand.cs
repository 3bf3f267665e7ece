using System.CommandLine;
using AgencyGraph.Commands.Import;
using AgencyGraph.Feed;
using AgencyGraph.Storage;

namespace AgencyGraph.Commands.Watch;

/// <summary><c>watch</c>: prints updates as they come. Exit codes are those of <see cref="WatchExit"/>.</summary>
internal static class WatchCommand
{
    public const string Verb = "watch";

    private const string Description = """
        Prints updates of a running exchange as they come, and resumes by itself after any break: nothing is left out, and nothing is
        printed twice. With --state it goes on, the next time, where it stopped. With --acknowledge each update is acknowledged
        once it is printed; only a stream without --kind and --child counts as an agency's receipt.

        Exit codes: 0 stopped by Ctrl-C, or after --count updates; 1 something cannot be written; 2 wrong usage, or a file that cannot
        be read; 3 refused for good; 4 not signed in or not permitted; 5 the position is no more: list, then start again.
        """;

    private static readonly Option<string> Url = new("--url")
    {
        Description = "Where the exchange is.",
        DefaultValueFactory = _ => ExchangeAddress.Usual,
    };

    private static readonly Option<string?> Token = new("--token")
    {
        Description = $"The bearer token. Better: --token-file, or the environment variable {ImportCommand.TokenVariable}, which other users of the machine do not see.",
    };

    private static readonly Option<FileInfo?> TokenFile = new("--token-file")
    {
        Description = "A file with the token, read again whenever the exchange does not accept it any more.",
    };

    private static readonly Option<string> Purpose = new("--purpose") { Description = "Why.", DefaultValueFactory = _ => "SAFEGUARDING" };
    private static readonly Option<string?> RoleName = new("--role") { Description = "As whom, where the token carries several roles." };
    private static readonly Option<string[]> Kinds = new("--kind") { Description = $"Only these; may be repeated. {string.Join(", ", EnumNames.All<UpdateKind>())}." };
    private static readonly Option<string[]> Children = new("--child") { Description = "Only what is about this child, by its id in the graph; may be repeated." };
    private static readonly Option<FileInfo?> State = new("--state") { Description = "Keeps the position in this file. One for each caller and filter." };
    private static readonly Option<bool> Acknowledge = new("--acknowledge") { Description = "Acknowledges what was printed." };
    private static readonly Option<WatchFormat> Format = new("--format") { Description = "text: a line for people; ndjson: a line of JSON." };
    private static readonly Option<int?> Count = new("--count") { Description = "Ends after so many updates." };

    public static Command Create(TimeProvider clock) => Create(clock, Patience.Usual);

    internal static Command Create(TimeProvider clock, Patience patience)
    {
        var command = new Command(Verb, Description) { Url, Token, TokenFile, Purpose, RoleName, Kinds, Children, State, Acknowledge, Format, Count };
        command.Validators.Add(asked =>
        {
            foreach (var kind in (asked.GetValue(Kinds) ?? []).Where(kind => !EnumNames.TryParse<UpdateKind>(kind, out _)))
                asked.AddError($"There is no kind '{kind}'. Allowed: {string.Join(", ", EnumNames.All<UpdateKind>())}.");
            if (asked.GetValue(Count) is <= 0)
                asked.AddError("--count must be 1 or more.");
            if (asked.GetValue(Token) is not null && asked.GetValue(TokenFile) is not null)
                asked.AddError("Give --token or --token-file, not both.");
            if (asked.GetResult(Url) is not null && ExchangeAddress.GraphAt(asked.GetValue(Url) ?? "") is null)
                asked.AddError("--url must be an http or https address.");
        });
        command.SetAction(async (asked, cancellationToken) => (int)await RunAsync(asked, clock, patience, cancellationToken));
        return command;
    }

    private static async Task<WatchExit> RunAsync(ParseResult asked, TimeProvider clock, Patience patience, CancellationToken cancellationToken)
    {
        var voices = asked.InvocationConfiguration;
        try
        {
            var order = OrderOf(asked);
            if (ExchangeAddress.WarningFor(order.Graph) is { } warning)
                voices.Error.WriteLine(warning);
            using var http = new HttpClient { Timeout = Timeout.InfiniteTimeSpan };
            var printer = new UpdatePrinter(voices.Output, order.Format);
            var exchange = new WatchedExchange(http, order);
            await new Watcher(order, exchange, new WatchPosition(order.State), printer, patience, clock, voices.Error.WriteLine).RunAsync(cancellationToken);
            return WatchExit.Done;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return WatchExit.Done;
        }
        catch (WatchStoppedException stopped)
        {
            voices.Error.WriteLine(stopped.Message);
            return stopped.Exit;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            voices.Error.WriteLine(fault.Message);
            return WatchExit.Failed;
        }
    }

    private static WatchOrder OrderOf(ParseResult asked) => new(
        ExchangeAddress.GraphAt(asked.GetRequiredValue(Url)) ?? throw new InvalidOperationException("Checked before."),
        TokenOf(asked.GetValue(Token), asked.GetValue(TokenFile)),
        asked.GetRequiredValue(Purpose),
        asked.GetValue(RoleName),
        asked.GetValue(Kinds) ?? [],
        asked.GetValue(Children) ?? [],
        asked.GetValue(State),
        asked.GetValue(Acknowledge),
        asked.GetValue(Format),
        asked.GetValue(Count));

    private static Func<string> TokenOf(string? token, FileInfo? file)
    {
        if (file is not null)
            return () => ReadToken(file);

        var given = token ?? Environment.GetEnvironmentVariable(ImportCommand.TokenVariable);
        return string.IsNullOrWhiteSpace(given)
            ? throw new WatchStoppedException(WatchExit.Usage, $"Give a token: --token-file, --token or the environment variable {ImportCommand.TokenVariable}.")
            : given.Trim;
    }

    private static string ReadToken(FileInfo file)
    {
        try
        {
            return File.ReadAllText(file.FullName).Trim();
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new WatchStoppedException(WatchExit.Usage, $"The token cannot be read: {fault.Message}");
        }
    }
}
