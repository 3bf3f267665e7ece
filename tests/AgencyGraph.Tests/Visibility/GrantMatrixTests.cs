using AgencyGraph.Visibility;

namespace AgencyGraph.Tests.Visibility;

/// <summary>The grants' columns and operations against tables by hand: one letter a role, in the order of <see cref="Role"/>.</summary>
public sealed class GrantMatrixTests
{
    // A always, O where the own agency wrote it, o the same and told where not, N where allocated to the caller and told where not,
    // R where the own council is responsible, U where nobody keeps the child safe, u the same and told where not, S the same and where allocated. PS police system, PO officer, VU vetting, CS council system, HP hub, HL hub lead, SW social
    // worker, HE health, SL school lead, IN inspector, LA auditor, AD administrator.
    private static readonly Dictionary<Detail, string> Details = new()
    {
        //                              PS PO VU CS HP HL SW HE SL IN LA AD
        [Detail.Open] = "AAAAAAAAAAAA",
        [Detail.Identity] = "AA-AAAAAA---",
        [Detail.NhsNumber] = "---AAAAA----",
        [Detail.Upn] = "AA-AAAA-A---",
        [Detail.UsualAddress] = "AA-AAAAA----",
        [Detail.SafeAddress] = "O--oNNN-----",
        [Detail.Involvement] = "-A-AAAAAA---",
        [Detail.ResponsibleCouncil] = "---RRRR-----",
        [Detail.Household] = "AA-AAAA-----",
        [Detail.AllegedPerpetrator] = "AA-AAAA-----",
        [Detail.IncidentNotice] = "AA-AAAAAA---",
        [Detail.IncidentSummary] = "AA-AAAAA----",
        [Detail.ReceivingCouncil] = "AA-AAAAOO---",
        [Detail.IncidentLocation] = "AA-AAAA-----",
        [Detail.Narrative] = "AA-AAAA-----",
        [Detail.VoiceOfChild] = "AA-AAAAAA---",
        [Detail.Informant] = "OO---A------",
        [Detail.SharingDecision] = "AA-AAAA-----",
        [Detail.ReferralSummary] = "AA-AAAAAA---",
        [Detail.ReferralReason] = "AA-AAAAOA---",
        [Detail.ReferralOutcome] = "OA-AAAAOA---",
        [Detail.Deadline] = "AA-AAAAAA---",
        [Detail.AssessmentFactors] = "---AAAA-----",
        [Detail.AccessDecision] = "----------AA",
        [Detail.Link] = "AA-AAA---A-A",
        [Detail.LinkCount] = "AA-AAA-----A",
        [Detail.Receipt] = "AA-AAAAAA---",
        [Detail.Restriction] = "A--A--------",
        [Detail.ConflictOfInterest] = "A--A-------A",
        [Detail.AgencyRegistration] = "-----------A",
        [Detail.Retention] = "A--A-A------",
        [Detail.LegalHold] = "A--A-A------",
        [Detail.ChildAccess] = "-A-AAAAAA-A-",
        [Detail.AccessAlert] = "----------A-",
        [Detail.SubjectReport] = "----------A-",
        [Detail.Disclosure] = "----------A-",
        [Detail.BreakGlass] = "-A-AAA-A--A-",
        [Detail.BreakGlassReason] = "-A-AAA-A----",
        [Detail.MissingNotice] = "AA-AAAAAA---",
        [Detail.MissingSummary] = "AA-AAAAA----",
        [Detail.MissingCircumstances] = "AA-AAAA-----",
        [Detail.MissingPlace] = "AU-uSSS-----",
        [Detail.PlanStatus] = "AA-AAAAAA---",
        [Detail.ReturnInterview] = "AA-AAAAA----",
        [Detail.ReturnInterviewRisk] = "-A-AAAAA----",
        [Detail.ReturnInterviewContent] = "---AAAA-----",
    };

    private static readonly Dictionary<Permission, string> Permissions = new()
    {
        [Permission.ReadOwnIdentity] = "xxxxxxxxxxxx",
        [Permission.ReadAgencies] = "xxxxxxxxxxxx",
        [Permission.ReadChildren] = "xx-xxxxxx---",
        [Permission.ReadIncidents] = "xx-xxxxxx---",
        [Permission.ReadReferrals] = "xx-xxxxxx---",
        [Permission.ReadDeadlines] = "xx-xxxxxx---",
        [Permission.FollowUpdates] = "xx-xxxxxx-x-",
        [Permission.RecordIncident] = "x-----------",
        [Permission.CorrectIncident] = "x-----------",
        [Permission.ShareIncident] = "xx----------",
        [Permission.WithholdIncident] = "xx----------",
        [Permission.MakeReferral] = "xx-xxxxxx---",
        [Permission.AcknowledgeReferral] = "---xxx------",
        [Permission.RateReferral] = "---xxx------",
        [Permission.DecideReferral] = "---xxx------",
        [Permission.RecordChild] = "---xxx------",
        [Permission.AllocateWorker] = "---xxx------",
        [Permission.TransferResponsibility] = "---xxx------",
        [Permission.RestrictRecords] = "x--x--------",
        [Permission.RecordEnrolment] = "---xxx------",
        [Permission.EndEnrolment] = "---xxx-xx---",
        [Permission.DeclareConflicts] = "x--x-------x",
        [Permission.RegisterAgencies] = "-----------x",
        [Permission.SetSafeAddress] = "---xxxx-----",
        [Permission.DecideOnAccess] = "-----------x",
        [Permission.ReadAccessDecisions] = "----------xx",
        [Permission.AcknowledgeUpdates] = "xx-xxxxxx---",
        [Permission.DesignateReceiver] = "x--x--------",
        [Permission.ReadLinks] = "xx-xxx---x-x",
        [Permission.ReadRetentionReviews] = "x--x-x------",
        [Permission.DecideRetention] = "x--x-x------",
        [Permission.PlaceLegalHolds] = "x--x-x------",
        [Permission.ReadAccessHistory] = "-x-xxxxxx-x-",
        [Permission.ReadLedger] = "----------x-",
        [Permission.AnswerSubjects] = "----------x-",
        [Permission.BreakGlass] = "------------",
        [Permission.ReadBreakGlass] = "-x-xxx-x--x-",
        [Permission.ReviewBreakGlass] = "---x-x------",
        [Permission.ReadMissing] = "xx-xxxxxx---",
        [Permission.ReportMissing] = "xx----------",
        [Permission.StatePlanStatus] = "---xxxx-----",
        [Permission.RecordReturnInterview] = "---x--x-----",
    };

    private static readonly Dictionary<char, DetailGrant> Letters = new()
    {
        ['A'] = DetailGrant.Always,
        ['-'] = DetailGrant.Never,
        ['O'] = DetailGrant.Where(RowRules.OwnAgency),
        ['o'] = DetailGrant.Where(RowRules.OwnAgency).Marked,
        ['N'] = DetailGrant.Where(RowRules.AllocatedToCaller).Marked,
        ['R'] = DetailGrant.Where(RowRules.OwnCouncilResponsible),
        ['U'] = DetailGrant.Where(RowRules.NotKeptSafe),
        ['u'] = DetailGrant.Where(RowRules.NotKeptSafe).Marked,
        ['S'] = DetailGrant.Where(RowRules.NotKeptSafeOrAllocatedToCaller).Marked,
    };

    public static TheoryData<Detail> AllDetails => [.. Enum.GetValues<Detail>()];

    public static TheoryData<Permission> AllPermissions => [.. Enum.GetValues<Permission>()];

    [Theory]
    [MemberData(nameof(AllDetails))]
    public void A_class_of_fields_is_granted_as_the_matrix_says(Detail detail)
        => Assert.Equal(Details[detail].Select(letter => Letters[letter]), Enum.GetValues<Role>().Select(role => Grants.Of(role)[detail]));

    /// <summary>In an emergency: the usual columns, what is kept safe, and which council answers for the child.</summary>
    [Theory]
    [MemberData(nameof(AllDetails))]
    public void In_an_emergency_a_class_of_fields_is_granted_as_usual_but_what_was_broken_for(Detail detail)
        => Assert.All(Grants.InEmergency.Values, grant => Assert.Equal(
            detail is Detail.SafeAddress or Detail.ResponsibleCouncil or Detail.MissingPlace ? DetailGrant.Always : Grants.Of(grant.Role)[detail], grant[detail]));

    [Fact]
    public void In_an_emergency_officers_and_health_practitioners_read_one_child_and_do_nothing_else()
    {
        Assert.Equal([Role.PoliceOfficer, Role.HealthPractitioner], Grants.InEmergency.Keys.Order());
        Assert.All(Grants.InEmergency.Values, grant => Assert.Equal(
            [
                Permission.ReadOwnIdentity, Permission.ReadChildren, Permission.ReadIncidents, Permission.ReadReferrals, Permission.BreakGlass,
                Permission.ReadBreakGlass, Permission.ReadMissing,
            ],
            grant.Permissions.Order()));
        Assert.All(Grants.InEmergency.Values, grant => Assert.False(grant.MaySearch));
        Assert.All(Enum.GetValues<Role>().Except(Grants.InEmergency.Keys), role => Assert.Empty(Grants.Of(role, Purpose.BreakGlass).Permissions));
    }

    [Theory]
    [MemberData(nameof(AllPermissions))]
    public void An_operation_is_permitted_as_the_matrix_says(Permission permission)
        => Assert.Equal(Permissions[permission], string.Concat(Enum.GetValues<Role>().Select(role => Grants.Of(role).Permits(permission) ? 'x' : '-')));
}
