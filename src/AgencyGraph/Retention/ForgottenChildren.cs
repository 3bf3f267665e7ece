using AgencyGraph.AccessHistory;
using AgencyGraph.AccessHistory.SubjectReports;
using AgencyGraph.BreakGlass;
using AgencyGraph.Children;
using AgencyGraph.Conflicts;
using AgencyGraph.Storage;
using AgencyGraph.Timeliness;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;

namespace AgencyGraph.Retention;

/// <summary>Children of whom nobody's record speaks any more: what is left in every table that names one.</summary>
internal static class ForgottenChildren
{
    /// <summary>By a number that no record of the child bears, nobody is matched with the child.</summary>
    public static Task RemoveNumbersAsync(AgencyDb db, IReadOnlyCollection<ChildId> children, CancellationToken cancellationToken)
        => db.Set<IdentityKey>()
            .Where(key => children.Contains(key.ChildId) && !db.Set<ChildRecord>().Any(
                record => record.ChildId == key.ChildId && record.NhsNumber == key.NhsNumber && record.BornOn == key.BornOn))
            .ExecuteDeleteAsync(cancellationToken);

    /// <returns>The children, and the records about them that somebody may have been told of.</returns>
    public static async Task<IReadOnlyList<ErasedRecord>> RemoveAsync(AgencyDb db, IReadOnlyCollection<ChildId> children, CancellationToken cancellationToken)
    {
        if (children.Count == 0)
            return [];

        var openings = await db.Set<BrokenGlass>().Where(glass => children.Contains(glass.ChildId)).Select(glass => glass.Id).ToListAsync(cancellationToken);
        _ = await db.Set<Relationship>().Where(tie => children.Contains(tie.ChildId)).ExecuteDeleteAsync(cancellationToken);
        _ = await db.Set<Restriction>().Where(name => name.ChildId != null && children.Contains(name.ChildId.Value)).ExecuteDeleteAsync(cancellationToken);
        _ = await db.Set<ResponsibilityTransfer>().Where(transfer => children.Contains(transfer.ChildId)).ExecuteDeleteAsync(cancellationToken);
        _ = await db.Set<ConflictDecision>().Where(decision => children.Contains(decision.ChildId)).ExecuteDeleteAsync(cancellationToken);
        _ = await db.Set<ReviewedChild>().Where(child => children.Contains(child.ChildId)).ExecuteDeleteAsync(cancellationToken);
        _ = await db.Set<DeadlineChild>().Where(child => children.Contains(child.ChildId)).ExecuteDeleteAsync(cancellationToken);
        _ = await db.Set<HeldChild>().Where(child => children.Contains(child.ChildId)).ExecuteDeleteAsync(cancellationToken);
        _ = await db.Set<ChildAccess>().Where(access => children.Contains(access.ChildId)).ExecuteDeleteAsync(cancellationToken);
        _ = await db.Set<BrokenGlass>().Where(glass => children.Contains(glass.ChildId)).ExecuteDeleteAsync(cancellationToken);
        _ = await db.Set<SubjectReportItem>().Where(item => children.Contains(item.Report!.ChildId)).ExecuteDeleteAsync(cancellationToken);
        _ = await db.Set<SubjectReport>().Where(report => children.Contains(report.ChildId)).ExecuteDeleteAsync(cancellationToken);
        _ = await db.Set<Child>().Where(child => children.Contains(child.Id)).ExecuteDeleteAsync(cancellationToken);
        return
        [
            .. children.Select(child => new ErasedRecord(RecordKind.Child, child.Value)),
            .. openings.Select(opening => new ErasedRecord(RecordKind.BreakGlass, opening.Value)),
        ];
    }
}
