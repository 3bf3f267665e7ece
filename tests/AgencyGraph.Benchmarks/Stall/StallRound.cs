using System.Diagnostics;
using System.Globalization;
using AgencyGraph.Benchmarks.Data;
using AgencyGraph.Benchmarks.Exchange;
using AgencyGraph.Benchmarks.Fan;
using AgencyGraph.Benchmarks.Machine;

namespace AgencyGraph.Benchmarks.Stall;

/// <summary>What those who read were sent, and when, and what the server then held.</summary>
/// <param name="Milliseconds">From the request to the frame, of every frame.</param>
/// <param name="Missing">Frames that did not come.</param>
/// <param name="CutOff">Of those who stalled, how many were ended before they could have been sent everything; null where nobody waited for it.</param>
internal sealed record StallRound(IReadOnlyList<double> Milliseconds, int Missing, double HeapMiB, int? CutOff)
{
    private const string Council = "BUR";
    private const int PerSecond = 20;
    private const int SmallBuffer = 8 * 1024;
    private const double MiB = 1024 * 1024;

    private static readonly TimeSpan Settling = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Whoever does not read for 15 s is cut off.</summary>
    private static readonly TimeSpan UntilCutOff = TimeSpan.FromSeconds(18);

    private static readonly TimeSpan Silence = TimeSpan.FromSeconds(3);

    /// <summary>The cursor again and again, so that what waits for a client is soon more than the two kernels hold.</summary>
    private static readonly string Document = "subscription { updates { id sequence cursor "
        + string.Concat(Enumerable.Range(1, 20).Select(i => $"again{i}: cursor ")) + "... on IncidentRecorded { incident { id reference } } } }";

    public static async Task<StallRound> PlayAsync(
        ChildProcess server, Tokens tokens, int number, int readers, int stalled, TimeSpan duration, bool untilCutOff = false)
    {
        var token = tokens.Of("hub-practitioner", Council);
        var reading = new List<Subscriber>();
        var stalling = new List<IdleSocket>();
        for (var i = 0; i < readers; i++)
        {
            reading.Add(new Subscriber(Council, null));
            await reading[^1].OpenAsync(server.Address, token, Document);
        }

        for (var i = 0; i < stalled; i++)
        {
            stalling.Add(await IdleSocket.OpenAsync(server.Address, "/graphql", receiveBuffer: SmallBuffer));
            await stalling[^1].SubscribeAsync(token, Document);
        }

        await Task.Delay(Settling);
        var sent = await SendAsync(server.Address, tokens.Of("police-system", GreaterManchester.Force), number, duration);
        await HearAsync(reading, sent.Count);
        var heap = long.Parse(await server.AskAsync("collect"), CultureInfo.InvariantCulture) / MiB;
        var cutOff = untilCutOff ? await CutOffAsync(stalling, sent.Count) : (int?)null;
        stalling.ForEach(socket => socket.Dispose());
        foreach (var reader in reading)
            await reader.DisposeAsync();

        var took = reading.SelectMany(reader => reader.Arrivals.Select(came => Stopwatch.GetElapsedTime(sent[came.Number], came.At).TotalMilliseconds)).ToList();
        return new StallRound(took, (sent.Count * readers) - took.Count, heap, cutOff);
    }

    private static async Task HearAsync(List<Subscriber> reading, int count)
    {
        var begin = Stopwatch.GetTimestamp();
        while (!reading.TrueForAll(reader => reader.Heard >= count) && Stopwatch.GetElapsedTime(begin) < Patience)
            await Task.Delay(Beat);
    }

    /// <summary>Those who were not cut off are sent the rest once they read again.</summary>
    private static async Task<int> CutOffAsync(List<IdleSocket> stalling, int sent)
    {
        await Task.Delay(UntilCutOff);
        var left = await Task.WhenAll(stalling.Select(socket => socket.UpdatesLeftAsync(Silence)));
        return left.Count(updates => updates < sent);
    }

    /// <returns>When each incident was sent.</returns>
    private static async Task<Dictionary<int, long>> SendAsync(Uri address, string token, int round, TimeSpan duration)
    {
        using var http = new HttpClient();
        var force = new GraphClient(http, address, token);
        var (begin, sent, answers) = (Stopwatch.GetTimestamp(), new Dictionary<int, long>(), new List<Task>());
        for (var i = 0; i < PerSecond * duration.TotalSeconds; i++)
        {
            var due = TimeSpan.FromSeconds((double)i / PerSecond) - Stopwatch.GetElapsedTime(begin);
            if (due > TimeSpan.Zero)
                await Task.Delay(due);
            var number = (round * 10_000) + i;
            var child = InventedPerson.Child(new Random(number), 400_000 + (round * 1_000) + i);
            sent[number] = Stopwatch.GetTimestamp();
            answers.Add(force.AskAsync(LiveIncident.Document, LiveIncident.Variables(number, Council, [child], TimeProvider.System.GetUtcNow()), CancellationToken.None));
        }

        await Task.WhenAll(answers);
        return sent;
    }
}
