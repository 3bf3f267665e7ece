using System.Linq.Expressions;

namespace AgencyGraph.Visibility;

/// <summary>The rule that the row rule of every role is taken together with, on every record that can be restricted or is about a child.</summary>
public static class RestrictionRule
{
    public const string Words =
        "A restricted record is shown to those alone whom its list names, each by agency and sign-in; with a restricted child goes all that is "
            + "about that child, with a restricted incident what it says of its children. A child is restricted by the system of the council "
            + "responsible for the child, an incident by the system of the force that recorded it.";

    public static Expression<Func<ISharedRecord, Caller, IQueryable<Restriction>, bool>> Expression { get; } = (record, caller, restrictions) =>
        (record.Restriction == null
            || !restrictions.Any(name => name.RecordId == record.Restriction)
            || restrictions.Any(name => name.RecordId == record.Restriction && name.Holder == caller.WorkerHolder))
        && !record.Children.Any(child =>
            restrictions.Any(name => name.ChildId == child)
            && !restrictions.Any(name => name.ChildId == child && name.Holder == caller.WorkerHolder));

    private static readonly Func<ISharedRecord, Caller, IEnumerable<Restriction>, bool> Compiled = InMemory.Compile(Expression);

    /// <summary>Whether a record of this kind can be restricted, by itself or by a child that it is about.</summary>
    public static bool Governs(RecordKind kind)
        => kind is RecordKind.Child or RecordKind.Involvement or RecordKind.ChildRecord or RecordKind.Incident or RecordKind.Referral or RecordKind.RestrictionDecision
            or RecordKind.ConflictDecision or RecordKind.ChildAccess or RecordKind.SubjectReport or RecordKind.BreakGlass
            or RecordKind.RetentionReview or RecordKind.LegalHold or RecordKind.Deadline or RecordKind.MissingEpisode;

    /// <summary>The rule for one record in memory. <paramref name="restrictions"/> are those of the record and of its children.</summary>
    public static bool Admits(ISharedRecord record, Caller caller, IEnumerable<Restriction> restrictions)
        => Compiled(record, caller, restrictions);
}
