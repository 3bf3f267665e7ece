using System.Globalization;
using AgencyGraph.Access;
using AgencyGraph.Agencies;
using AgencyGraph.Storage;
using Spectre.Console;

namespace AgencyGraph.Commands.Demo;

/// <summary>
/// What the demonstration prints. Lines that are pasted elsewhere are written as they are: a console would break them at its width.
/// </summary>
internal sealed class DemoScreen(TextWriter output, AgencyDirectory agencies, TimeProvider clock)
{
    private const int PlainWidth = 200;

    private readonly IAnsiConsole console = ConsoleOn(output);

    public void ShowAddresses(Uri address, string database)
    {
        Head("AgencyGraph: a demonstration with invented people only");
        Line($"Explorer       {address}explorer  (open it in a browser)");
        Line($"Graph          {address}graphql");
        Line($"Subscriptions  {SocketOf(address)}  (graphql-transport-ws)");
        Line($"Health         {address}health");
        Line($"Database       {database}");
    }

    public void ShowTokens(IReadOnlyList<SampleToken> tokens)
    {
        var end = clock.GetUtcNow() + SampleCallers.TokenLifetime;
        Head(string.Create(CultureInfo.InvariantCulture, $"A token for each role, good for {SampleCallers.TokenLifetime.TotalHours:0} hours (until {end:HH:mm} UTC), on this machine only"));
        foreach (var token in tokens)
        {
            Line($"# {RoleNames.NameOf(token.Role)}, {token.Agency.Name} ({token.Agency.Code.Value}), purpose {EnumNames.NameOf(token.Purpose)}");
            Line($"{token.Variable}='{token.Token}'");
        }
    }

    public void ShowExamples(Uri address)
    {
        Head("Paste a token's line from above, then: a query");
        Line(Examples.Query(address));
        Head("What the hub is to do, and by when");
        Line(Examples.Deadlines(address));
        Head("A subscription (Node.js)");
        Line(Examples.Subscription(SocketOf(address)));
    }

    public void Say(string text)
    {
        lock (console)
            Line(text);
    }

    public void Show(LiveEvent happened)
    {
        var family = happened.Family;
        var line = string.Create(CultureInfo.InvariantCulture,
            $"{clock.GetUtcNow():HH:mm:ss}  {happened.What,-16}  {NameOf(family.Council.Force),-25}  {happened.Kind,-21}  {happened.Risk,-8}  {NameOf(family.Council.Code)}: {happened.Note}");
        lock (console)
        {
            console.Write(new Text(line, new Style(ColourOf(happened.Risk))) { Overflow = Overflow.Ellipsis });
            console.WriteLine();
            output.Flush();
        }
    }

    /// <summary>Colours, and the terminal's width, only where a person looks on; a file or a pipe gets plain lines.</summary>
    private static IAnsiConsole ConsoleOn(TextWriter output)
    {
        var isTerminal = ReferenceEquals(output, Console.Out) && !Console.IsOutputRedirected;
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(output),
            Ansi = isTerminal ? AnsiSupport.Detect : AnsiSupport.No,
        });
        if (!isTerminal)
            console.Profile.Width = PlainWidth;
        return console;
    }

    private static Color ColourOf(string risk) => risk switch
    {
        "HIGH" => Color.Red,
        "MEDIUM" => Color.Yellow,
        _ => Color.Default,
    };

    private static string SocketOf(Uri address) => $"ws{address.AbsoluteUri["http".Length..]}graphql";

    private string NameOf(string agency) => agencies.Find(new AgencyCode(agency))?.Name ?? agency;

    private void Head(string text)
    {
        output.WriteLine();
        console.Write(new Text(text, new Style(decoration: Decoration.Bold)));
        output.WriteLine();
    }

    private void Line(string text)
    {
        output.WriteLine(text);
        output.Flush();
    }
}
