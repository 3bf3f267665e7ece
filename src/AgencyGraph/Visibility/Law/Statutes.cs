namespace AgencyGraph.Visibility.Law;

/// <summary>The places in the law that <see cref="LegalBases"/> names. What is not marked as checked is from general knowledge.</summary>
internal static class Statutes
{
    private const string ChildrenAct1989 = "Children Act 1989";
    private const string ChildrenAct2004 = "Children Act 2004";
    private const string DataProtectionAct = "Data Protection Act 2018";
    private const string UkGdpr = "UK GDPR";

    private static readonly DateOnly Checked = new(2026, 11, 23);

    public static readonly LegalBasis DutyToShare = new(
        "CA2004_16LA", ChildrenAct2004, "s.16LA (inserted by the Children's Wellbeing and Schools Act 2026 s.4)",
        "Duty to share information that may help the receiver safeguard a child, off where sharing would harm the child more. "
            + "In force from 30 September 2026 as a safeguarding partnership reports; the commencement order was not seen.")
    { CheckedOn = Checked, Source = "legislation.gov.uk/ukpga/2026/21/section/4/enacted" };

    public static readonly LegalBasis ConsistentIdentifier = new(
        "CA2004_16LC", ChildrenAct2004, "s.16LC", "To include the consistent identifier with what is shared of a child.")
    { CheckedOn = Checked, Source = "legislation.gov.uk/ukpga/2004/31/section/16LC" };

    public static readonly LegalBasis Cooperation = new(
        "CA2004_10", ChildrenAct2004, "s.10", "Cooperation between a council and its partners to improve children's well-being.")
    { CheckedOn = Checked, Source = "seftonscp.procedures.org.uk" };

    public static readonly LegalBasis DutyToSafeguard = new(
        "CA2004_11", ChildrenAct2004, "s.11", "Duty to act with regard to the need to safeguard and promote the welfare of children.")
    { CheckedOn = Checked, Source = "seftonscp.procedures.org.uk" };

    public static readonly LegalBasis EnquiryIntoHarm = new(
        "CA1989_47", ChildrenAct1989, "s.47", "A council's duty to enquire where a child may suffer significant harm, and others' duty to assist it.")
    { CheckedOn = Checked, Source = "northyorkshirescp.trixonline.co.uk" };

    public static readonly LegalBasis ChildInNeed = new(
        "CA1989_17", ChildrenAct1989, "s.17", "A council's general duty to safeguard and promote the welfare of children in need in its area.");

    public static readonly LegalBasis CrimeAndDisorder = new(
        "CDA1998_115", "Crime and Disorder Act 1998", "s.115", "Power to disclose to a relevant authority for the purposes of the Act.")
    { CheckedOn = Checked, Source = "beta.devon.gov.uk/informationsharing" };

    public static readonly LegalBasis SchoolNotice = new(
        "DAA2021_49A", "Domestic Abuse Act 2021", "s.49A",
        "A chief officer's duty to have a school told, as soon as is reasonably practicable, of a child who may be a victim of domestic abuse.")
    { CheckedOn = Checked, Source = "legislation.gov.uk/uksi/2025/1168/made" };

    public static readonly LegalBasis LegalObligation = new(
        "UKGDPR_6_1_C", UkGdpr, "art. 6(1)(c)", "Processing that a legal obligation requires.");

    public static readonly LegalBasis VitalInterests = new(
        "UKGDPR_6_1_D", UkGdpr, "art. 6(1)(d)", "Processing that is necessary to protect somebody's vital interests.");

    public static readonly LegalBasis PublicTask = new(
        "UKGDPR_6_1_E", UkGdpr, "art. 6(1)(e)", "Processing for a task in the public interest or in the exercise of official authority.");

    public static readonly LegalBasis SafeguardingOfChildren = new(
        "DPA2018_SCH1_18", DataProtectionAct, "sch. 1 para. 18", "Special categories of data: safeguarding of children and of individuals at risk.");

    public static readonly LegalBasis LawEnforcement = new(
        "DPA2018_PART3", DataProtectionAct, "part 3", "Processing by a competent authority for law enforcement.");

    public static readonly LegalBasis PoliceLogs = new(
        "DPA2018_62", DataProtectionAct, "s.62", "Logs of consultation and disclosure in automated systems of law enforcement.");

    public static readonly LegalBasis Accountability = new(
        "UKGDPR_5_2", UkGdpr, "art. 5(2)", "The controller answers for keeping to the principles and can show that it does.");

    public static readonly LegalBasis Security = new(
        "UKGDPR_32", UkGdpr, "art. 32", "Security of processing.");

    public static readonly LegalBasis JointInspection = new(
        "CA2004_20", ChildrenAct2004, "s.20", "Joint reviews of children's services in an area by the inspectorates.");

    public static readonly LegalBasis InspectionOfForces = new(
        "PA1996_54", "Police Act 1996", "s.54", "Inspection of the efficiency and effectiveness of police forces.");

    public static readonly LegalBasis EducationDuty = new(
        "EA2002_175", "Education Act 2002", "s.175 (maintained schools); s.157 (others)",
        "A school's duty to act with a view to safeguarding and promoting the welfare of its pupils.");

    public static readonly LegalBasis VettingChecks = new(
        "PA1997_113B", "Police Act 1997", "s.113B", "Enhanced criminal record certificates, with what a chief officer holds to be relevant.");

    /// <summary>All of them.</summary>
    public static IReadOnlyList<LegalBasis> All { get; } =
    [
        DutyToShare, ConsistentIdentifier, Cooperation, DutyToSafeguard, EnquiryIntoHarm, ChildInNeed, CrimeAndDisorder, SchoolNotice,
        LegalObligation, VitalInterests, PublicTask, SafeguardingOfChildren, LawEnforcement, PoliceLogs, Accountability, Security, JointInspection,
        InspectionOfForces, EducationDuty, VettingChecks,
    ];
}
