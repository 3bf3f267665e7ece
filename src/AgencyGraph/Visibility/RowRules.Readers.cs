namespace AgencyGraph.Visibility;

/// <summary>The row rules on who was shown what.</summary>
public static partial class RowRules
{
    public static RowRule ReadByCaller { get; } = new(
        "what the caller was shown",
        (record, caller, relationships) => record.Worker == caller.WorkerHolder);

    public static RowRule ReadByCallerOrOfOwnCouncil { get; } = new(
        "what the caller was shown; and what anybody was shown of children for whom the caller's council is responsible",
        (record, caller, relationships) => record.Worker == caller.WorkerHolder
            || record.Children.Any(child => relationships.Any(tie =>
                tie.ChildId == child && tie.Kind == RelationshipKind.ResponsibleCouncil && tie.Holder == caller.AgencyHolder)));

    public static RowRule ReadByOwnAgencyOrOfOwnCouncil { get; } = new(
        "what the caller's own agency was shown; and what anybody was shown of children for whom it is responsible",
        (record, caller, relationships) => record.Originator == caller.Agency
            || record.Children.Any(child => relationships.Any(tie =>
                tie.ChildId == child && tie.Kind == RelationshipKind.ResponsibleCouncil && tie.Holder == caller.AgencyHolder)));
}
