using AgencyGraph.Contract.Writes;

namespace AgencyGraph.Children;

/// <summary>Ends relationships whose last reason is gone, so that an agency does not go on seeing a child it was told of by mistake.</summary>
public sealed class TieEndings(IEnumerable<IReasonForTie> reasons)
{
    /// <summary>Saves first: reasons are asked of the database as the whole batch leaves it.</summary>
    public async Task EndAsync(WriteSession session, IReadOnlyCollection<LostTie> lost, CancellationToken cancellationToken)
    {
        if (lost.Count == 0)
            return;

        await session.SaveAsync(cancellationToken);
        var ties = await LiveTies.ReadAsync(session.Db, lost.Select(tie => tie.Child), cancellationToken);
        foreach (var group in lost.Distinct().GroupBy(tie => (tie.Kind, tie.Agency)))
        {
            var children = group.Select(tie => tie.Child).ToHashSet();
            foreach (var reason in reasons.Where(reason => reason.Kind == group.Key.Kind))
                children.ExceptWith(await reason.AmongAsync(session.Db, group.Key.Agency, [.. children], cancellationToken));
            foreach (var child in children)
                ties.End(child, group.Key.Kind, group.Key.Agency.Value, session.Deed.At);
        }
    }
}
