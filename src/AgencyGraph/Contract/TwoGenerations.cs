using System.Collections.Concurrent;

namespace AgencyGraph.Contract;

/// <summary>
/// A cache that is bounded in entries and in bytes: when the young generation is full it becomes the old one, and the old one is forgotten.
/// What is asked for again in time moves to the young one, so a flood of new keys drives out only what nobody uses.
/// </summary>
internal sealed class TwoGenerations<TKey, TValue>(int capacity, long maxBytes = long.MaxValue)
    where TKey : notnull
{
    private Generation young = new();
    private Generation old = new();

    public int Count => young.Entries.Count + old.Entries.Count;

    public long Bytes => young.Bytes + old.Bytes;

    public bool TryGet(TKey key, out TValue value)
    {
        var isThere = young.Entries.TryGetValue(key, out var entry);
        if (!isThere && old.Entries.TryGetValue(key, out entry))
        {
            isThere = true;
            Put(key, entry.Value, entry.Bytes);
        }

        value = entry.Value;
        return isThere;
    }

    /// <param name="bytes">About how much memory the entry holds; one that is larger than a generation may be is not kept.</param>
    public void Put(TKey key, TValue value, long bytes = 0)
    {
        if (bytes > maxBytes / 2)
            return;
        var into = young;
        if (into.Entries.Count >= capacity / 2 || into.Bytes + bytes > maxBytes / 2)
        {
            // Two threads may both turn the generations: then more is forgotten than need be, and nothing is wrong.
            old = into;
            young = into = new Generation();
        }

        if (into.Entries.TryAdd(key, (value, bytes)))
            into.Add(bytes);
        else
            into.Entries[key] = (value, bytes);
    }

    private sealed class Generation
    {
        private long bytes;

        public ConcurrentDictionary<TKey, (TValue Value, long Bytes)> Entries { get; } = new();

        public long Bytes => Interlocked.Read(ref bytes);

        public void Add(long more) => Interlocked.Add(ref bytes, more);
    }
}
