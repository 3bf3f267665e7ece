using AgencyGraph.Feed;
using AgencyGraph.Storage;

namespace AgencyGraph.Contract.Writes;

/// <summary>One write request: what it does inside a transaction, whoever begins and commits that.</summary>
public abstract class WriteWork
{
    public IReadOnlyList<Outcome> Outcomes { get; protected set; } = [];

    /// <summary>What it has to tell, once it is executed.</summary>
    public IReadOnlyList<FeedDraft> Drafts { get; protected set; } = [];

    /// <summary>Whether it took something from somebody, once it is executed.</summary>
    public bool RaisesPolicyEpoch { get; protected set; }

    public bool HasWritten { get; protected set; }

    public abstract int Count { get; }

    /// <summary>Nobody stands and waits for it: it lets live writes pass.</summary>
    public abstract bool CanWait { get; }

    /// <summary>From the start each time that it is called: what an earlier call did was rolled back.</summary>
    public abstract Task ExecuteAsync(AgencyDb db, CancellationToken cancellationToken);
}
