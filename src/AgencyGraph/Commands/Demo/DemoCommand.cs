using System.CommandLine;
using AgencyGraph.Commands.Demo.Region;

namespace AgencyGraph.Commands.Demo;

/// <summary><c>demo</c>: a server in Development with an invented region and a simulated live feed, until Ctrl-C.</summary>
internal static class DemoCommand
{
    public const string Verb = "demo";

    private const double MostPerMinute = 6_000;
    private const int MostFamilies = 20_000;

    private static readonly string[] Forces = [NorthWest.GreaterManchester, NorthWest.Merseyside];

    private static readonly Option<double> Rate = new("--rate")
    {
        Description = "Live incidents a minute, on average.",
        DefaultValueFactory = _ => 30,
    };

    private static readonly Option<int> Seed = new("--seed")
    {
        Description = "The same seed invents the same people.",
        DefaultValueFactory = _ => 2026,
    };

    private static readonly Option<int> Families = new("--families")
    {
        Description = "How many families are invented, at least one for each council.",
        DefaultValueFactory = _ => 400,
    };

    private static readonly Option<string?> Folder = new("--folder")
    {
        Description = "Keeps the database in this folder and goes on with it the next time; by default a fresh folder that is deleted at the end.",
    };

    private static readonly Option<string?> Urls = new("--urls")
    {
        Description = $"Where to listen, {DemoServer.DefaultUrl} by default; port 0 picks a free one.",
    };

    private static readonly Option<string?> Batching = new("--batching")
    {
        Description = $"The force that sends its incidents five at a time, late: {string.Join(" or ", Forces)}.",
    };

    public static Command Create()
    {
        var command = new Command(Verb, "Runs the server on an invented region and plays a live police feed; for trying it out, never with real records.")
        {
            Rate, Seed, Families, Folder, Urls, Batching,
        };
        command.TreatUnmatchedTokensAsErrors = false;
        command.Validators.Add(asked =>
        {
            // An option that is not given has no result yet, and is its default.
            if (asked.GetResult(Rate) is { } rate && !(rate.GetValueOrDefault<double>() is > 0 and <= MostPerMinute))
                asked.AddError($"--rate must be above 0 and at most {MostPerMinute}.");
            if (asked.GetResult(Families) is { } families
                && (families.GetValueOrDefault<int>() < NorthWest.Councils.Count || families.GetValueOrDefault<int>() > MostFamilies))
            {
                asked.AddError($"--families must be {NorthWest.Councils.Count} to {MostFamilies}.");
            }

            if (asked.GetValue(Batching) is { } force && !Forces.Contains(force))
                asked.AddError($"--batching must be {string.Join(" or ", Forces)}.");
        });
        command.SetAction((asked, cancellationToken) =>
        {
            var order = new DemoOrder(
                asked.GetValue(Rate), asked.GetValue(Seed), asked.GetValue(Families), asked.GetValue(Folder), asked.GetValue(Urls),
                asked.GetValue(Batching), asked.UnmatchedTokens);
            var voices = asked.InvocationConfiguration;
            return new Demonstration(order, voices.Output, voices.Error).RunAsync(cancellationToken);
        });
        return command;
    }
}
