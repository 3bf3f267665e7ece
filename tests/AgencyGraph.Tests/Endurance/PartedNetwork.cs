using System.Net.Sockets;

namespace AgencyGraph.Tests.Endurance;

/// <summary>Stands between a server and PostgreSQL. Parted, it lets nothing through and says nothing; healed, what was on its way arrives.</summary>
internal sealed class PartedNetwork : IAsyncDisposable
{
    private const string Name = ".s.PGSQL.5432";

    private readonly Socket listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("agencygraph-part-");
    private readonly string target;
    private readonly List<Task> passing = [];
    private readonly Task accepting;
    private volatile TaskCompletionSource? parted;

    /// <param name="host">The folder of PostgreSQL's own socket.</param>
    public PartedNetwork(string host)
    {
        target = Path.Combine(host, Name);
        listener.Bind(new UnixDomainSocketEndPoint(Path.Combine(Host, Name)));
        listener.Listen();
        accepting = AcceptAsync();
    }

    public string Host => folder.FullName;

    public void Part() => parted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Heal() => Interlocked.Exchange(ref parted, null)?.SetResult();

    public async ValueTask DisposeAsync()
    {
        Heal();
        listener.Dispose();
        await accepting;
        await Task.WhenAll(passing);
        folder.Delete(recursive: true);
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                passing.Add(PassAsync(await listener.AcceptAsync()));
        }
        catch (Exception stopped) when (stopped is SocketException or ObjectDisposedException)
        {
            return;
        }
    }

    private async Task PassAsync(Socket near)
    {
        using var server = near;
        using var postgres = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await postgres.ConnectAsync(new UnixDomainSocketEndPoint(target));
            await Task.WhenAny(CopyAsync(server, postgres), CopyAsync(postgres, server));
        }
        catch (SocketException)
        {
            // PostgreSQL is not there; the server learns of it by the closed socket.
        }
    }

    private async Task CopyAsync(Socket from, Socket to)
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (await from.ReceiveAsync(buffer) is > 0 and var read)
            {
                if (parted is { } waiting)
                    await waiting.Task;
                for (var sent = 0; sent < read;)
                    sent += await to.SendAsync(buffer.AsMemory(sent, read - sent));
            }
        }
        catch (Exception broken) when (broken is SocketException or ObjectDisposedException)
        {
            return;
        }
    }
}
