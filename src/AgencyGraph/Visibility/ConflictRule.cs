namespace AgencyGraph.Visibility;

/// <summary>The rule that the row rule of every role is taken together with, on every record about a child.</summary>
public static class ConflictRule
{
    public static RowRule Rule { get; } = new(
        "A worker who is declared to be linked to a party of a child's case, and a system that acts for such a worker, is shown nothing about "
            + "that child, whatever the role and relationship: neither the child, nor a record of the child, nor an incident or referral that the child is in, nor that the child was missing, nor "
            + "how long these are kept or what is to be done on them. It is declared and "
            + "ended by the system of the worker's own agency, or by an administrator there, who is not shown the child.",
        (record, caller, relationships) => !record.Children.Any(child => relationships.Any(tie =>
            tie.ChildId == child && tie.Kind == RelationshipKind.ConflictOfInterest
            && (tie.Holder == caller.WorkerHolder || tie.Holder == caller.ActedForHolder))));

    /// <summary>Whether a record of this kind is about children.</summary>
    public static bool Governs(RecordKind kind)
        => kind is RecordKind.Child or RecordKind.Involvement or RecordKind.ChildRecord or RecordKind.Incident or RecordKind.Referral
            or RecordKind.ChildAccess or RecordKind.SubjectReport or RecordKind.BreakGlass or RecordKind.RetentionReview or RecordKind.LegalHold
            or RecordKind.Deadline or RecordKind.MissingEpisode;
}
