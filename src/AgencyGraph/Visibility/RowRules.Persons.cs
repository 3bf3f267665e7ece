namespace AgencyGraph.Visibility;

/// <summary>The row rules of health bodies and schools.</summary>
public static partial class RowRules
{
    public static RowRule OwnPatients { get; } = new(
        "children who are patients of the caller's health body",
        (record, caller, relationships) => record.Children.Any(child => relationships.Any(tie =>
            tie.ChildId == child && tie.Kind == RelationshipKind.HealthRegistration && tie.Holder == caller.AgencyHolder)));

    public static RowRule SharedAboutOwnPatients { get; } = new(
        "those shared and about a patient of the caller's health body",
        (record, caller, relationships) => record.IsShared && record.Children.Any(child => relationships.Any(tie =>
            tie.ChildId == child && tie.Kind == RelationshipKind.HealthRegistration && tie.Holder == caller.AgencyHolder)));

    public static RowRule OwnOrAboutOwnPatients { get; } = new(
        "those that the caller's own agency wrote, and those about a patient of the caller's health body",
        (record, caller, relationships) => record.Originator == caller.Agency || record.Children.Any(child => relationships.Any(tie =>
            tie.ChildId == child && tie.Kind == RelationshipKind.HealthRegistration && tie.Holder == caller.AgencyHolder)));

    public static RowRule OnOwnRoll { get; } = new(
        "pupils on roll at the caller's school",
        (record, caller, relationships) => record.Children.Any(child => relationships.Any(tie =>
            tie.ChildId == child && tie.Kind == RelationshipKind.SchoolRoll && tie.Holder == caller.AgencyHolder)));

    public static RowRule NoticeOnOwnRoll { get; } = new(
        "those of domestic abuse, shared while a child in it was on roll at the caller's school, as long as that child is",
        (record, caller, relationships) => record.IsShared && record.Children.Any(child => relationships.Any(tie =>
            tie.ChildId == child && tie.Kind == RelationshipKind.SchoolRoll && tie.Holder == caller.AgencyHolder
            && tie.From <= record.NoticeAt)));

    public static RowRule MissingFromOwnRoll { get; } = new(
        "those of a pupil on roll at the caller's school, reported while the pupil was on roll, as long as the pupil is",
        NoticeOnOwnRoll.Expression);

    public static RowRule OfCouncilOrNoticeOnOwnRoll { get; } = new(
        "those that a council made of a pupil on roll at the caller's school, and the pupil's part in an incident of which the school is told",
        (record, caller, relationships) => record.IsShared && record.Children.Any(child => relationships.Any(tie =>
            tie.ChildId == child && tie.Kind == RelationshipKind.SchoolRoll && tie.Holder == caller.AgencyHolder
            && (record.Originator == record.Council || tie.From <= record.NoticeAt))));
}
