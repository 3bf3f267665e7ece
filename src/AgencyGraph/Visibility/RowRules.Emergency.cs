namespace AgencyGraph.Visibility;

/// <summary>The row rules of break-glass: what an opening shows to whoever opened, and who sees that it was opened.</summary>
public static partial class RowRules
{
    public static RowRule OpenedByCaller { get; } = new(
        "the one child whom the caller has opened, as long as it is open",
        (record, caller, relationships) => record.Children.Any(child => relationships.Any(tie =>
            tie.ChildId == child && tie.Kind == RelationshipKind.BrokenGlass && tie.Holder == caller.WorkerHolder)));

    public static RowRule SharedAboutOpenedByCaller { get; } = new(
        "those shared and about the child whom the caller has opened, as long as it is open",
        (record, caller, relationships) => record.IsShared && record.Children.Any(child => relationships.Any(tie =>
            tie.ChildId == child && tie.Kind == RelationshipKind.BrokenGlass && tie.Holder == caller.WorkerHolder)));

    public static RowRule OwnDeedThatIsOpen { get; } = new(
        "the caller's own, of the child whom the caller has opened, as long as it is open",
        (record, caller, relationships) => record.Worker == caller.WorkerHolder && record.Children.Any(child => relationships.Any(tie =>
            tie.ChildId == child && tie.Kind == RelationshipKind.BrokenGlass && tie.Holder == caller.WorkerHolder)));

    public static RowRule AnsweredForByOwnCouncil { get; } = new(
        "those of children for whom the caller's council answered when they were opened",
        (record, caller, relationships) => record.Council == caller.Agency);
}
