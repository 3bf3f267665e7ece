namespace AgencyGraph.Visibility;

/// <summary>The row rules, named for what they grant.</summary>
public static partial class RowRules
{
    public static RowRule NoRecord { get; } = new("none", (record, caller, relationships) => false);

    /// <summary>For records about the service itself. No role has it for a record about a child.</summary>
    public static RowRule EveryRecord { get; } = new("all of them", (record, caller, relationships) => true);

    public static RowRule OwnAgency { get; } = new(
        "those that the caller's own agency wrote",
        (record, caller, relationships) => record.Originator == caller.Agency);

    public static RowRule EitherSide { get; } = new(
        "those of which the caller's own agency is one side",
        (record, caller, relationships) => record.Originator == caller.Agency || record.Council == caller.Agency);

    public static RowRule KnownToOwnForce { get; } = new(
        "children whom the caller's force has recorded",
        (record, caller, relationships) => record.Children.Any(child => relationships.Any(tie =>
            tie.ChildId == child && tie.Kind == RelationshipKind.OriginatingForce && tie.Holder == caller.AgencyHolder)));

    public static RowRule KnownToOwnCouncil { get; } = new(
        "children for whom the caller's council is responsible, or of whom its hub has been told",
        (record, caller, relationships) => record.Children.Any(child => relationships.Any(tie =>
            tie.ChildId == child
            && (tie.Kind == RelationshipKind.ResponsibleCouncil || tie.Kind == RelationshipKind.HubArea)
            && tie.Holder == caller.AgencyHolder)));

    public static RowRule SharedWithOwnCouncil { get; } = new(
        "those that the caller's council wrote; and those shared with it, or shared and about a child for whom it is responsible",
        (record, caller, relationships) => record.Originator == caller.Agency
            || (record.IsShared
                && (record.Council == caller.Agency
                    || record.Children.Any(child => relationships.Any(tie =>
                        tie.ChildId == child
                        && tie.Kind == RelationshipKind.ResponsibleCouncil
                        && tie.Holder == caller.AgencyHolder)))));

    public static RowRule OwnCouncilResponsible { get; } = new(
        "children for whom the caller's own council is responsible",
        (record, caller, relationships) => record.Council == caller.Agency);

    public static RowRule AllocatedToCaller { get; } = new(
        "children allocated to the caller",
        (record, caller, relationships) => record.Children.Any(child => relationships.Any(tie =>
            tie.ChildId == child && tie.Kind == RelationshipKind.AllocatedWorker && tie.Holder == caller.WorkerHolder)));

    public static RowRule SharedAndAllocatedToCaller { get; } = new(
        "those shared, or written by the caller's council, and about a child allocated to the caller",
        (record, caller, relationships) => (record.IsShared || record.Originator == caller.Agency)
            && record.Children.Any(child => relationships.Any(tie =>
                tie.ChildId == child && tie.Kind == RelationshipKind.AllocatedWorker && tie.Holder == caller.WorkerHolder)));
}
