using AgencyGraph.Incidents;

namespace AgencyGraph.Commands.Demo.Region;

/// <summary>What incidents of a kind are like.</summary>
/// <param name="Share">Of a hundred incidents, how many are of the kind.</param>
/// <param name="AtNight">How many times as many there are at weekends and at night.</param>
/// <param name="High">Of a hundred, how many the force grades high; half of the rest are medium.</param>
/// <param name="LeastAge">The least age, in years, of the child whom it is about.</param>
/// <param name="ChildRole">The child's part.</param>
/// <param name="Factors">Assessment factor codes.</param>
internal sealed record IncidentPattern(
    IncidentKind Kind, int Share, int AtNight, int High, int LeastAge, ChildRole ChildRole, IReadOnlyList<string> Factors,
    IReadOnlyList<string> Narratives)
{
    public static IReadOnlyList<IncidentPattern> All { get; } =
    [
        new(IncidentKind.DomesticAbuse, 52, 3, 18, 0, ChildRole.Present, ["3B"],
        [
            "Officers attended a report of a disturbance at the address. The children were in an upstairs room throughout.",
            "A neighbour heard shouting and something being broken. The adults were parted; one left before officers came.",
            "Damage to an internal door. The victim did not wish to make a statement. A risk assessment was completed at the scene.",
        ]),
        new(IncidentKind.MissingChild, 16, 2, 25, 10, ChildRole.Missing, ["10A"],
        [
            "Did not come home at the agreed time. The phone goes to voicemail. Usual places checked without result.",
            "Left after an argument without a coat or money. Has been missing before and came back the next morning.",
        ]),
        new(IncidentKind.ChildConcern, 15, 1, 8, 0, ChildRole.Subject, ["2B", "4B"],
        [
            "Concern for the child's welfare after a call from a member of the public. A welfare check was made.",
            "A parent was found unwell in the street while responsible for the child. Relatives took over the care.",
        ]),
        new(IncidentKind.Neglect, 7, 1, 20, 0, ChildRole.Subject, ["16A"],
        [
            "Home conditions were poor: little food, no bedding, the heating off. Photographs were taken.",
        ]),
        new(IncidentKind.PhysicalAbuse, 5, 1, 45, 0, ChildRole.Victim, ["18B"],
        [
            "A mark was seen by a third party and reported. The account that was given did not fit it. A medical is being arranged.",
        ]),
        new(IncidentKind.SexualOffence, 2, 1, 80, 4, ChildRole.Victim, ["19B"],
        [
            "A disclosure was made to a trusted adult, who reported it at once. Specialist officers are dealing with it.",
        ]),
        new(IncidentKind.CriminalExploitation, 3, 2, 50, 11, ChildRole.Subject, ["24A"],
        [
            "Found far from home with a quantity of cash and two phones. Believed to be carrying for others.",
        ]),
    ];
}
