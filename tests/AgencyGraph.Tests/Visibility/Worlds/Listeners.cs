using System.Text.Json.Nodes;
using AgencyGraph.Tests.Support.Running;

namespace AgencyGraph.Tests.Visibility.Worlds;

/// <summary>Callers of a world who follow updates, each with what the oracle lets them hear.</summary>
internal sealed class Listeners(World world) : IAsyncDisposable
{
    private readonly List<Listener> all = [];
    private HashSet<string> there = [];

    public async Task AddAsync(ExchangeCaller caller, Oracle oracle)
        => all.Add(new Listener(caller, oracle, await caller.SubscribeAsync(Documents.Updates)));

    /// <summary>Keeps who sees what before a step.</summary>
    public void Remember()
    {
        there = [.. world.All.Select(Rendering.IdOf).Where(id => id.Length > 0)];
        foreach (var listener in all)
            listener.Before = listener.Seen(world);
    }

    /// <summary>
    /// Each hears exactly its part of what a step must tell, in order; then what it sees no longer, withdrawn or erased; then what was there and it has come to
    /// see. All before the next step is taken.
    /// </summary>
    public async Task HearAsync(IReadOnlyList<Told> told)
    {
        foreach (var listener in all)
        {
            foreach (var update in told.Where(update => update.IsFor(listener.Oracle, listener.Before)))
            {
                var expected = $"{update.Type} {Rendering.IdOf(update.Record)}";
                var heard = await listener.HearAsync(expected);
                Assert.True(heard == expected, $"{listener.Caller} should hear {expected}, and heard {heard}");
            }

            var now = listener.Seen(world);
            await listener.HearAsync(listener.Before.Except(now).Select(id => (world.Erased.Contains(id) ? "RecordErased" : "RecordWithdrawn", id)));
            await listener.HearAsync(now.Except(listener.Before).Where(id => there.Contains(id) && !IsShownOtherwise(id)).Select(id => ("RecordVisible", id)));
        }
    }

    /// <summary>Nobody has heard anything more.</summary>
    public void HearNothing()
    {
        foreach (var listener in all)
            Assert.False(listener.Stream.Payloads.TryRead(out var more), $"{listener.Caller} heard too much: {more?.ToJsonString()}");
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var listener in all)
            await listener.Stream.DisposeAsync();
    }

    private bool IsShownOtherwise(string id) => world.All.Where(record => Rendering.IdOf(record) == id).Any(world.IsShownOtherwise);

    private sealed class Listener(ExchangeCaller caller, Oracle oracle, ExchangeStream stream)
    {
        private int count;

        public ExchangeCaller Caller => caller;

        public Oracle Oracle => oracle;

        public ExchangeStream Stream => stream;

        public HashSet<string> Before { get; set; } = [];

        public HashSet<string> Seen(World world)
            => [.. world.All.Where(record => Rendering.IdOf(record).Length > 0 && Rendering.IsSeen(oracle, record)).Select(Rendering.IdOf)];

        /// <summary>The type of the next update, and the id of its record.</summary>
        /// <param name="expected">What is to be heard, for who reads that it was not.</param>
        public async Task<string> HearAsync(string expected)
        {
            JsonNode payload;
            try
            {
                payload = await stream.NextAsync();
            }
            catch (OperationCanceledException)
            {
                throw new InvalidOperationException($"{caller} did not hear {expected}.");
            }

            var update = payload["data"]?["updates"] ?? throw new InvalidOperationException($"{caller} heard {payload.ToJsonString()}");
            Assert.Equal(++count, update["sequence"]!.GetValue<int>()); // Every update has one.
            return $"{update["__typename"]} {update["handle"] ?? update.AsObject().Last().Value!["id"]}"; // The record is what was asked for last.
        }

        public async Task HearAsync(IEnumerable<(string Type, string Id)> updates)
        {
            var expected = updates.Select(update => $"{update.Type} {update.Id}").Order(StringComparer.Ordinal).ToList();
            var heard = new List<string>();
            while (heard.Count < expected.Count)
                heard.Add(await HearAsync(string.Join(", ", expected.Except(heard))));
            Assert.True(expected.SequenceEqual(heard.Order(StringComparer.Ordinal)),
                $"{caller} should hear {string.Join(", ", expected)}, and heard {string.Join(", ", heard)}");
        }
    }
}
