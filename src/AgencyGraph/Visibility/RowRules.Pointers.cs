namespace AgencyGraph.Visibility;

/// <summary>
/// The row rules of pointers: that an agency knows a child, and no more. Whoever sees the agency's record of the child sees its pointer; who
/// only knows the child is pointed to agencies that have shared a record of the child, unless the child is kept safe anywhere.
/// </summary>
public static partial class RowRules
{
    public static RowRule PointerKnownToOwnForce { get; } = new(
        "of children whom the caller's force has recorded: the force itself, and agencies that shared a record, unless the child is kept safe anywhere",
        (record, caller, relationships) => record.Originator == caller.Agency
            || (record.IsPointer && record.Children.Any(child => relationships.Any(tie =>
                tie.ChildId == child && tie.Kind == RelationshipKind.OriginatingForce && tie.Holder == caller.AgencyHolder))));

    public static RowRule PointerKnownToOwnCouncil { get; } = new(
        "of children known to the caller's council: agencies whose record it sees, and others that shared one, unless the child is kept safe anywhere",
        (record, caller, relationships) => record.Originator == caller.Agency
            || (record.IsShared && record.Council == caller.Agency)
            || record.Children.Any(child => relationships.Any(tie => tie.ChildId == child && tie.Holder == caller.AgencyHolder
                && ((record.IsShared && tie.Kind == RelationshipKind.ResponsibleCouncil)
                    || (record.IsPointer && tie.Kind == RelationshipKind.HubArea)))));

    public static RowRule PointerToOwnPatients { get; } = new(
        "of patients of the caller's health body: agencies that shared a record",
        SharedAboutOwnPatients.Expression);

    public static RowRule PointerAllocatedToCaller { get; } = new(
        "of children allocated to the caller: the caller's council, and agencies that shared a record",
        SharedAndAllocatedToCaller.Expression);

    public static RowRule CouncilsOfOwnPupils { get; } = new(
        "of pupils on roll at the caller's school: councils, unless the child is kept safe anywhere",
        (record, caller, relationships) => record.IsPointer && record.Originator == record.Council
            && record.Children.Any(child => relationships.Any(tie =>
                tie.ChildId == child && tie.Kind == RelationshipKind.SchoolRoll && tie.Holder == caller.AgencyHolder)));
}
