namespace AgencyGraph.Contract;

/// <summary>A bounded cache in two halves: free documents, however many, drive out other free ones and never a trusted one.</summary>
internal sealed class TrustedFirst<TKey, TValue>(int capacity, long maxBytes)
    where TKey : notnull
{
    private readonly TwoGenerations<TKey, TValue> trusted = new(capacity, maxBytes);
    private readonly TwoGenerations<TKey, TValue> free = new(capacity, maxBytes);

    public int Count => trusted.Count + free.Count;

    public long Bytes => trusted.Bytes + free.Bytes;

    public bool TryGet(TKey key, bool isTrusted, out TValue value) => Half(isTrusted).TryGet(key, out value);

    public void Put(TKey key, TValue value, bool isTrusted, long bytes) => Half(isTrusted).Put(key, value, bytes);

    private TwoGenerations<TKey, TValue> Half(bool isTrusted) => isTrusted ? trusted : free;
}
