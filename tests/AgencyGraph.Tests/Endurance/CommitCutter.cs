using System.Net.Sockets;

namespace AgencyGraph.Tests.Endurance;

/// <summary>
/// Stands between a server and PostgreSQL, and cuts connections at a commit: before it arrives, or once PostgreSQL has answered it and the
/// answer is on its way. The server cannot tell which.
/// </summary>
internal sealed class CommitCutter : IAsyncDisposable
{
    private static readonly byte[] Commit = "COMMIT"u8.ToArray();

    private readonly Socket listener = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("agencygraph-cut-");
    private readonly string target;
    private readonly Func<Cut> decide;
    private readonly List<Task> passing = [];
    private readonly Task accepting;

    /// <param name="host">The folder of PostgreSQL's own socket.</param>
    /// <param name="decide">Asked at each commit.</param>
    public CommitCutter(string host, Func<Cut> decide)
    {
        (target, this.decide) = (SocketIn(host), decide);
        listener.Bind(new UnixDomainSocketEndPoint(SocketIn(Host)));
        listener.Listen();
        accepting = AcceptAsync();
    }

    public enum Cut
    {
        None,
        BeforeCommit,
        BeforeAnswer,
    }

    public string Host => folder.FullName;

    public async ValueTask DisposeAsync()
    {
        listener.Dispose();
        await accepting;
        await Task.WhenAll(passing);
        folder.Delete(recursive: true);
    }

    private static string SocketIn(string host) => Path.Combine(host, ".s.PGSQL.5432");

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
        var isSilent = new StrongBox();
        try
        {
            await postgres.ConnectAsync(new UnixDomainSocketEndPoint(target));
            await Task.WhenAny(AskAsync(server, postgres, isSilent), AnswerAsync(postgres, server, isSilent));
        }
        catch (SocketException)
        {
            // PostgreSQL is not there; the server learns of it by the closed socket.
        }
    }

    private async Task AskAsync(Socket server, Socket postgres, StrongBox isSilent)
    {
        var buffer = new byte[64 * 1024];
        while (await ReceiveAsync(server, buffer) is > 0 and var read)
        {
            var cut = buffer.AsSpan(0, read).IndexOf(Commit) < 0 ? Cut.None : decide();
            if (cut == Cut.BeforeCommit)
                return;
            isSilent.Value = cut == Cut.BeforeAnswer;
            if (!await TrySendAsync(postgres, buffer.AsMemory(0, read)))
                return;
        }
    }

    private static async Task AnswerAsync(Socket postgres, Socket server, StrongBox isSilent)
    {
        var buffer = new byte[64 * 1024];
        while (await ReceiveAsync(postgres, buffer) is > 0 and var read)
        {
            // What comes after COMMIT was passed on is its answer: it is done.
            if (isSilent.Value || !await TrySendAsync(server, buffer.AsMemory(0, read)))
                return;
        }
    }

    private static async Task<int> ReceiveAsync(Socket from, Memory<byte> buffer)
    {
        try
        {
            return await from.ReceiveAsync(buffer);
        }
        catch (Exception broken) when (broken is SocketException or ObjectDisposedException)
        {
            return 0;
        }
    }

    private static async Task<bool> TrySendAsync(Socket to, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            while (bytes.Length > 0)
                bytes = bytes[await to.SendAsync(bytes)..];
            return true;
        }
        catch (Exception broken) when (broken is SocketException or ObjectDisposedException)
        {
            return false;
        }
    }

    private sealed class StrongBox
    {
        public volatile bool Value;
    }
}
