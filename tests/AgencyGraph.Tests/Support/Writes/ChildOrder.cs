using AgencyGraph.Children;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Feed;
using AgencyGraph.Visibility;

namespace AgencyGraph.Tests.Support.Writes;

/// <summary>Records a child, which is announced, and then does what the test wants.</summary>
public sealed class ChildOrder(Func<ChildId, Task>? then = null, bool canWait = false, int version = 1) : IUseCase<ChildId>
{
    public string Operation => "order";

    public bool CanWait(ChildId input) => canWait;

    public async Task<IReadOnlyList<Outcome>> ExecuteAsync(WriteSession session, IReadOnlyList<ChildId> inputs, CancellationToken cancellationToken)
    {
        foreach (var id in inputs)
        {
            _ = session.Db.Add(new Child { Id = id, RecordedAt = session.Deed.At });
            session.Announce(new FeedDraft(
                UpdateKind.ChildRecorded, RecordKind.Child, id.Value, version, session.Deed.Caller.Agency, null, true, [id], session.Deed.At));
            await session.SaveAsync(cancellationToken);
            if (then is not null)
                await then(id);
        }

        return [.. inputs.Select(id => Outcome.Recorded(id.Value))];
    }
}
