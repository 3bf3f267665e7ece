using System.Globalization;
using AgencyGraph.Access;
using AgencyGraph.Agencies;
using AgencyGraph.Commands.Demo.Region;
using AgencyGraph.Storage;
using Microsoft.AspNetCore.Connections;

namespace AgencyGraph.Commands.Demo;

/// <summary>One run: the server starts, the region is loaded, the feed plays until it is stopped.</summary>
internal sealed class Demonstration(DemoOrder order, TextWriter output, TextWriter errors)
{
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        using var signals = new StopSignals(cancellationToken);
        using var folder = DemoFolder.Open(order.Folder);
        await using var server = DemoServer.Build(order, folder);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(signals.Token, server.Lifetime.ApplicationStopping);
        try
        {
            await server.StartAsync(signals.Token);
            if (DemoServer.AddressOf(server) is { } address)
                await PlayAsync(server, address, folder, stop.Token);
            else
                return Complain("The demonstration's own clients use http: give --urls an address that begins with http://");
        }
        catch (IOException failure) when (failure.InnerException is AddressInUseException)
        {
            return Complain($"{failure.Message} Another program listens there. Stop it, or choose another address with --urls; --urls http://127.0.0.1:0 picks a free one.");
        }
        catch (Exception ending) when (stop.IsCancellationRequested && ending is OperationCanceledException or HttpRequestException)
        {
            // That is how it is meant to end: a request of its own clients was under way.
        }

        await server.StopAsync(CancellationToken.None);
        output.WriteLine(folder.Ending);
        return ExitCodes.Done;
    }

    private async Task PlayAsync(WebApplication server, Uri address, DemoFolder folder, CancellationToken cancellationToken)
    {
        var (tokens, agencies) = (server.Services.GetRequiredService<DevelopmentTokens>(), server.Services.GetRequiredService<AgencyDirectory>());
        var clock = server.Services.GetRequiredService<TimeProvider>();
        var screen = new DemoScreen(output, agencies, clock);
        screen.ShowAddresses(address, folder.Database);
        screen.ShowTokens(SampleToken.All(tokens, agencies));
        screen.ShowExamples(address);

        // Its own clients speak to this machine, past any proxy that the environment names.
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        var exchange = new Exchange(http, new Uri(address, "graphql"), tokens);
        var now = clock.UtcInstant();
        var region = SampleRegion.Make(order.Seed, now, order.Families);
        var loader = new RegionLoader(exchange, new Casework(exchange), new ReturnWork(exchange), now);
        var isLoaded = await loader.IsLoadedAsync(cancellationToken);
        if (isLoaded)
            screen.Say("The folder holds a region already: it stays as it is.");
        else
            await TellAsync(HistoryWords(region), loader, screen, clock, () => loader.LoadHistoryAsync(region, cancellationToken));

        screen.Say(PlayedWords());
        var feed = new LiveFeed(region, exchange, order, screen, clock);
        // Nobody who waits for the first live event waits for the councils' backlog as well.
        await AtOnceAsync(cancellationToken, feed.PlayAsync, token => isLoaded
            ? Task.CompletedTask
            : TellAsync("the councils' own records and their work on referrals and with missing children", loader, screen, clock, () => loader.LoadCaseworkAsync(region, token)));
    }

    private static async Task TellAsync(string what, RegionLoader loader, DemoScreen screen, TimeProvider clock, Func<Task> load)
    {
        var began = clock.GetTimestamp();
        await load();
        var refused = loader.Refusals == 0 ? "" : $" {loader.Refusals} writes were refused.";
        screen.Say(string.Create(CultureInfo.InvariantCulture, $"Loaded {what}, in {clock.GetElapsedTime(began).TotalSeconds:0.0} s.{refused}"));
    }

    /// <summary>Until all have ended; the fault of one ends the others.</summary>
    private static Task AtOnceAsync(CancellationToken cancellationToken, params Func<CancellationToken, Task>[] works)
        => Parallel.ForEachAsync(
            works,
            new ParallelOptions { MaxDegreeOfParallelism = works.Length, CancellationToken = cancellationToken },
            (work, token) => new ValueTask(work(token)));

    private static string HistoryWords(SampleRegion region)
    {
        var children = region.Families.Sum(family => family.Children.Count);
        return string.Create(CultureInfo.InvariantCulture,
            $"{region.History.Count:N0} police reports of the past {SampleRegion.HistoryDays} days about {region.Families.Count:N0} families with {children:N0} children in {NorthWest.Councils.Count} councils");
    }

    private string PlayedWords()
    {
        var batching = order.Batching is { } force ? $" {force} sends five at a time, late." : "";
        return string.Create(CultureInfo.InvariantCulture,
            $"Playing about {order.Rate:0.##} live incidents a minute, {LiveFeed.ShownCouncilShare:0%} of them in {NorthWest.ShownCouncil}.{batching} Times are UTC. Ctrl-C ends it.");
    }

    private int Complain(string words)
    {
        errors.WriteLine(words);
        return ExitCodes.Failed;
    }
}
