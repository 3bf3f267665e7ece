namespace AgencyGraph.Visibility;

/// <summary>The row rules on places that would betray where a child is kept safe.</summary>
public static partial class RowRules
{
    public static RowRule NotKeptSafe { get; } = new(
        "those of children whom nobody keeps safe anywhere",
        (record, caller, relationships) => record.IsPointer);

    public static RowRule NotKeptSafeOrAllocatedToCaller { get; } = new(
        "those of children whom nobody keeps safe anywhere, and of children allocated to the caller",
        (record, caller, relationships) => record.IsPointer || record.Children.Any(child => relationships.Any(tie =>
            tie.ChildId == child && tie.Kind == RelationshipKind.AllocatedWorker && tie.Holder == caller.WorkerHolder)));
}
