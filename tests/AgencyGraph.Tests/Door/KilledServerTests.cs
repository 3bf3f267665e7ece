using AgencyGraph.Tests.Endurance;
using AgencyGraph.Tests.Support;

namespace AgencyGraph.Tests.Door;

[BeginsEarly]
public sealed class KilledServerTests
{
    private static readonly int Kills = FaultSize.Of(20, 200);

    [Fact]
    public async Task A_server_killed_amid_64_writers_has_lost_nothing_that_it_acknowledged()
    {
        await using var server = await KilledServer.OnSqliteAsync();
        for (var i = 0; i < Kills; i++)
        {
            _ = await server.KillAmidWritesAsync(more: 100 + (7 * i));
            await server.AssertNothingIsLostAsync();
        }
    }
}
