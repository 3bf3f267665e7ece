using System.Diagnostics;
using AgencyGraph.Tests.Support;
using AgencyGraph.Tests.Support.Running;
using AgencyGraph.Tests.Visibility.Worlds;
using AgencyGraph.Visibility;
using Xunit.Abstractions;

namespace AgencyGraph.Tests.Visibility;

/// <summary>
/// Nothing is to be told by how long it takes: what is hidden is looked for as what is not there. Asked in turns, so that whatever else the machine does
/// falls on both alike.
/// </summary>
[Collection(Alone.Name)]
public sealed class HiddenTakesAsLongTests(ITestOutputHelper output)
{
    private const int Calls = 2_000;
    private static readonly TimeSpan Most = TimeSpan.FromMilliseconds(1);

    [Fact]
    public async Task A_hidden_record_takes_as_long_as_none()
    {
        await using var exchange = await RunningExchange.StartAsync(DatabaseKind.Sqlite);
        var serial = 9_100;
        var (hidden, missing) = (Numbers.NhsNumber(ref serial), Numbers.NhsNumber(ref serial));
        var recorded = await exchange.As(Role.HubPractitioner, "BUR").RunAsync(
            "recordChild", "RecordChildInput",
            new { idempotencyKey = Guid.NewGuid(), localReference = "A", givenName = "Ada", surname = "Test", bornOn = "2015-05-05", nhsNumber = hidden }, "child { id }");
        var child = recorded["child"]!["id"]!.GetValue<string>();
        Assert.True(AgencyGraph.Contract.NodeId.TryDecode(child, out var tag, out _));
        var nobody = AgencyGraph.Contract.NodeId.Encode(tag, Guid.NewGuid());

        // Two doors of reading by one plan; the engine, which is asked with a document of its own each time, and a write.
        var stranger = exchange.As(Role.HubPractitioner, "WRL");
        const string Read = "query($id: ID!, $number: NhsNumber!) { node(id: $id) { id } child(by: { nhsNumber: $number }) { id records { id } } }";
        await CompareAsync("read by plan", Calls, isHidden => stranger.AskTextAsync(Read, isHidden ? new { id = child, number = hidden } : new { id = nobody, number = missing }));
        await CompareAsync("read by engine", Calls / 10, isHidden => stranger.AskTextAsync($"{{ n{Random.Shared.Next()}: node(id: \"{(isHidden ? child : nobody)}\") {{ id }} }}"), isSame: false);
        await CompareAsync("write", Calls / 4, isHidden => stranger.AskTextAsync(
            "mutation($input: AllocateWorkerInput!) { allocateWorker(input: $input) { outcome errors { code message path } } }",
            new { input = new { idempotencyKey = Guid.NewGuid(), child = isHidden ? child : nobody, worker = "sam" } }));
    }

    private async Task CompareAsync(string what, int calls, Func<bool, Task<string>> ask, bool isSame = true)
    {
        var (took, answers) = (new Dictionary<bool, List<TimeSpan>> { [true] = [], [false] = [] }, new HashSet<string>());
        for (var i = 0; i < 2 * calls; i++)
        {
            var (isHidden, began) = (i % 4 is 0 or 3, Stopwatch.GetTimestamp());
            _ = answers.Add(await ask(isHidden));
            took[isHidden].Add(Stopwatch.GetElapsedTime(began));
        }

        Assert.True(!isSame || answers.Count == 1, string.Join('\n', answers.Take(2)));
        var (hidden, missing) = (Median(took[true]), Median(took[false]));
        output.WriteLine($"{what}: hidden {hidden.TotalMilliseconds:0.000} ms, missing {missing.TotalMilliseconds:0.000} ms");
        Assert.True((hidden - missing).Duration() < Most, $"{what}: hidden {hidden}, missing {missing}");
    }

    private static TimeSpan Median(IEnumerable<TimeSpan> times) => times.Order().ElementAt(times.Count() / 2);
}
