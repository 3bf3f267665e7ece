using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace AgencyGraph.Tests.Support.Running;

/// <summary>A network between a client and a server, that can be cut, and be told to what it leads.</summary>
public sealed class CutNetwork : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentDictionary<Socket, bool> open = new();
    private readonly CancellationTokenSource end = new();
    private readonly Task accepting;
    private int connections;

    public CutNetwork(Uri server)
    {
        Target = server;
        listener.Start();
        accepting = AcceptAsync();
    }

    /// <summary>Where the server is; it may come again at another place.</summary>
    public Uri Target { get; set; }

    public Uri Address => new($"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}");

    public int Connections => connections;

    /// <summary>Called with the number of each connection, before anything passes it.</summary>
    public Action<int> Connected { get; set; } = _ => { };

    /// <summary>Ends all connections as a pulled cable does, without a word.</summary>
    public void Cut()
    {
        foreach (var socket in open.Keys)
            socket.Close(timeout: 0);
    }

    public async ValueTask DisposeAsync()
    {
        await end.CancelAsync();
        listener.Stop();
        Cut();
        await accepting;
        end.Dispose();
        listener.Dispose();
    }

    private async Task AcceptAsync()
    {
        var passing = new List<Task>();
        try
        {
            while (true)
            {
                var near = await listener.AcceptSocketAsync(end.Token);
                Connected(Interlocked.Increment(ref connections));
                passing.Add(PassAsync(near));
            }
        }
        catch (Exception stopped) when (stopped is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            Cut();
            await Task.WhenAll(passing);
        }
    }

    private async Task PassAsync(Socket near)
    {
        using var far = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        near.NoDelay = true;
        _ = open.TryAdd(near, true);
        _ = open.TryAdd(far, true);
        try
        {
            await far.ConnectAsync(IPAddress.Loopback, Target.Port, end.Token);
            await Task.WhenAny(CopyAsync(near, far), CopyAsync(far, near));
        }
        catch (Exception broken) when (broken is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            // Broken is broken: both ends learn of it below.
        }
        finally
        {
            _ = open.TryRemove(near, out _);
            _ = open.TryRemove(far, out _);
            near.Dispose();
        }
    }

    private static async Task CopyAsync(Socket from, Socket to)
    {
        var buffer = new byte[16 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer) is > 0 and var read)
                _ = await to.SendAsync(buffer.AsMemory(0, read));
        }
        catch (Exception broken) when (broken is SocketException or ObjectDisposedException)
        {
            return;
        }
    }
}
