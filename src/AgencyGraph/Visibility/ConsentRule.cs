namespace AgencyGraph.Visibility;

/// <summary>The rule that the row rule of every role is taken together with, on what a force can keep from being shared on.</summary>
public static class ConsentRule
{
    public static RowRule Rule { get; } = new(
        "What a force shares under its consent goes to the council that received it and no further: it is shown to the force and to that "
            + "council alone, and it cannot be a ground of a referral by anybody but the force.",
        (record, caller, relationships) => !record.NeedsConsent || record.Originator == caller.Agency || record.Council == caller.Agency);

    public static bool Governs(RecordKind kind) => kind is RecordKind.Incident or RecordKind.ChildRecord or RecordKind.Involvement;
}
