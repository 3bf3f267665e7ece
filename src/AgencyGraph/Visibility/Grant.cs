namespace AgencyGraph.Visibility;

/// <summary>What a role may do and see. All answers are required: a role that leaves one out does not compile.</summary>
/// <param name="Purposes">For which purposes the role may act.</param>
/// <param name="Permissions">Which operations it may call.</param>
/// <param name="Rows">Which records of each kind it sees.</param>
/// <param name="Details">Which classes of fields it sees on them; a class that is not named is denied.</param>
public sealed record Grant(
    Role Role,
    string Words,
    IReadOnlyList<Purpose> Purposes,
    IReadOnlyList<Permission> Permissions,
    Rows Rows,
    IReadOnlyDictionary<Detail, DetailGrant> Details)
{
    /// <summary>Whether it may list and search; otherwise it finds records by their ids alone.</summary>
    public bool MaySearch { get; init; } = true;

    public bool Permits(Permission permission) => Permissions.Contains(permission);

    public DetailGrant this[Detail detail] => Details.GetValueOrDefault(detail, DetailGrant.Never);
}

/// <summary>The row rule for each kind of record.</summary>
public sealed record Rows(
    RowRule Children, RowRule Involvement, RowRule ChildRecords, RowRule Incidents, RowRule Referrals, RowRule AccessDecisions, RowRule Links,
    RowRule Acknowledgements, RowRule ReceiverDesignations, RowRule RestrictionDecisions,
    RowRule ConflictDecisions, RowRule AgencyRegistrations, RowRule ChildAccesses, RowRule AccessAlerts, RowRule SubjectReports, RowRule Disclosures,
    RowRule BreakGlass, RowRule RetentionReviews, RowRule LegalHolds, RowRule Deadlines, RowRule MissingEpisodes)
{
    public static Rows None { get; } = new(
        RowRules.NoRecord, RowRules.NoRecord, RowRules.NoRecord, RowRules.NoRecord, RowRules.NoRecord, RowRules.NoRecord, RowRules.NoRecord,
        RowRules.NoRecord, RowRules.NoRecord, RowRules.NoRecord, RowRules.NoRecord, RowRules.NoRecord, RowRules.NoRecord, RowRules.NoRecord,
        RowRules.NoRecord, RowRules.NoRecord, RowRules.NoRecord, RowRules.NoRecord, RowRules.NoRecord, RowRules.NoRecord, RowRules.NoRecord);

    public RowRule this[RecordKind kind] => kind switch
    {
        RecordKind.Child => Children,
        RecordKind.Involvement => Involvement,
        RecordKind.ChildRecord => ChildRecords,
        RecordKind.Incident => Incidents,
        RecordKind.Referral => Referrals,
        RecordKind.AccessDecision => AccessDecisions,
        RecordKind.Link => Links,
        RecordKind.Acknowledgement => Acknowledgements,
        RecordKind.ReceiverDesignation => ReceiverDesignations,
        RecordKind.RestrictionDecision => RestrictionDecisions,
        RecordKind.ConflictDecision => ConflictDecisions,
        RecordKind.AgencyRegistration => AgencyRegistrations,
        RecordKind.RetentionReview => RetentionReviews,
        RecordKind.LegalHold => LegalHolds,
        RecordKind.ChildAccess => ChildAccesses,
        RecordKind.AccessAlert => AccessAlerts,
        RecordKind.SubjectReport => SubjectReports,
        RecordKind.Disclosure => Disclosures,
        RecordKind.BreakGlass => BreakGlass,
        RecordKind.Deadline => Deadlines,
        RecordKind.MissingEpisode => MissingEpisodes,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No row rule for this kind."),
    };
}
