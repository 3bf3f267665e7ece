using System.Globalization;
using AgencyGraph.Commands;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging;

namespace AgencyGraph.Benchmarks.Stall;

/// <summary>The whole server in a process of its own, which for each line that it is sent collects all garbage and says what is left.</summary>
internal static class HeapServer
{
    public const string Verb = "heap-server";

    /// <summary>The kernel takes little for a client that does not read: what waits, waits in the server.</summary>
    private const int SendBufferBytes = 16 * 1024;

    public static async Task<int> RunAsync(string keyFile, string sqliteFile)
    {
        await using var server = ServerHost.Build(
            [
                "--environment=Development", "--urls=http://127.0.0.1:0", $"--Access:DevelopmentKeyFile={keyFile}", $"--Storage:SqliteFile={sqliteFile}",
                "--Transport:KeepAliveInterval=00:30:00", "--ObjectBudget:PersonUpdatesAnHour=0",
            ],
            Prepare);
        await server.StartAsync();
        await Console.Out.WriteLineAsync($"Now listening on: {server.Urls.First()}");
        while (await Console.In.ReadLineAsync() is not null)
            await Console.Out.WriteLineAsync(Collected().ToString(CultureInfo.InvariantCulture));
        await server.StopAsync();
        return 0;
    }

    private static long Collected()
    {
        for (var time = 0; time < 3; time++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private static void Prepare(WebApplicationBuilder builder)
    {
        _ = builder.Logging.ClearProviders();
        _ = builder.WebHost.UseSockets(sockets => sockets.CreateBoundListenSocket = endpoint =>
        {
            var socket = SocketTransportOptions.CreateDefaultBoundListenSocket(endpoint);
            socket.SendBufferSize = SendBufferBytes;
            return socket;
        });
    }
}
