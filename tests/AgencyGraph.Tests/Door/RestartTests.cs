using AgencyGraph.Tests.Support;

namespace AgencyGraph.Tests.Door;

/// <summary>How soon the server is back after a kill.</summary>
[Collection(Alone.Name)]
public sealed class RestartTests
{
    private const int Kills = 3;
    private const int QuietStarts = 5;

    private static readonly TimeSpan Promised = TimeSpan.FromSeconds(5);

    [Fact]
    public async Task A_server_killed_amid_64_writers_is_ready_again_as_soon_as_one_that_was_not()
    {
        await using var server = await KilledServer.OnSqliteAsync();
        _ = await server.KillAmidWritesAsync(more: 300);
        var (after, quiet) = (new List<TimeSpan>(), new List<TimeSpan>());
        for (var i = 0; i < Kills; i++)
            after.Add(await server.KillAmidWritesAsync(more: 300));
        for (var i = 0; i < QuietStarts; i++)
            quiet.Add(await server.StartAndEndAsync());

        // A slow machine starts any program late; starts before which nothing was killed amid writes say how late.
        var usual = quiet.Order().ElementAt(QuietStarts / 2);
        Assert.True(after.Min() < (usual > Promised ? usual : Promised), $"{string.Join(", ", after)}; quiet: {string.Join(", ", quiet)}");
    }
}
