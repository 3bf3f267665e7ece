using System.Buffers;
using AgencyGraph.Visibility;

namespace AgencyGraph.Ledger;

/// <summary>
/// Entries that wait for the disk. They are encoded by whoever brings them, unless a child among them has no pseudonym yet that this server knows: then
/// their group's commit makes it, and encodes them.
/// </summary>
internal sealed class WaitingEntries
{
    private const int UsualBytes = 512;

    private readonly IReadOnlyList<Disclosure> disclosures;
    private readonly DateTime at;
    private readonly byte[]? encoded;
    private readonly TaskCompletionSource written = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public WaitingEntries(IReadOnlyList<Disclosure> disclosures, DateTime at, Pseudonyms pseudonyms)
    {
        (this.disclosures, this.at) = (disclosures, at);
        var children = disclosures.SelectMany(disclosure => disclosure.Contents.Records).Where(record => record.Kind == RecordKind.Child)
            .Select(record => record.Id).ToHashSet();
        var names = new Dictionary<Guid, Guid>(children.Count);
        foreach (var child in children)
        {
            if (pseudonyms.Known(new ChildId(child)) is { } name)
                names[child] = name;
        }

        if (names.Count == children.Count)
            encoded = Encode(names);
        else
            Unnamed = children;
    }

    /// <summary>The children whose pseudonyms the group's commit is to find or make.</summary>
    public IReadOnlyCollection<Guid> Unnamed { get; } = [];

    /// <summary>In bytes; about, where they are not encoded yet.</summary>
    public int Size => encoded?.Length ?? UsualBytes * disclosures.Count;

    /// <summary>Ends with the commit.</summary>
    public Task Written => written.Task;

    public void WriteTo(IBufferWriter<byte> body, IReadOnlyDictionary<Guid, Guid> names) => body.Write(encoded ?? Encode(names));

    public void Done() => written.SetResult();

    public void Fail(Exception failure) => written.SetException(failure);

    private byte[] Encode(IReadOnlyDictionary<Guid, Guid> names)
    {
        var entries = disclosures.Select(disclosure => LedgerEncoding.Encode(disclosure, at, child => names[child]));
        return disclosures.Count == 1 ? entries.Single() : [.. entries.SelectMany(entry => entry)];
    }
}
