using System.Globalization;
using AgencyGraph.Incidents;
using AgencyGraph.Storage;

namespace AgencyGraph.Commands.Demo.Region;

/// <summary>Makes incidents up, as a force's record system would send them. Nothing but their keys is not by the seed.</summary>
internal sealed class IncidentMaker(Chance chance)
{
    private const int YearDays = 365;

    private static readonly string[] Voices =
    [
        "I put my headphones on so that I would not hear.", "I took my little brother to our room and we shut the door.",
        "It is not always like this.", "I don't want anyone to get into trouble.", "I would like to stay at my nan's.",
    ];

    private static readonly string[] Reasons =
    [
        "Sharing would tell the suspect of the operation and put the child at greater risk. Children Act 2004 s.16LA(3).",
        "The child has asked that the address is not passed on until she is out of the house. Children Act 2004 s.16LA(3).",
    ];

    /// <param name="reference">The force's reference.</param>
    /// <param name="occurredAt">When it happened; everything else follows within <paramref name="span"/>.</param>
    /// <param name="mayWithhold">Whether it may be one of the few that are withheld.</param>
    public IncidentInput Make(Family family, string reference, DateTime occurredAt, TimeSpan span, bool mayWithhold)
    {
        var pattern = PatternFor(family, occurredAt);
        var reportedAt = occurredAt + (span * chance.Between(5, 40) / 100);
        var recordedAt = reportedAt + ((occurredAt + span - reportedAt) * chance.Between(30, 100) / 100);
        var isWithheld = mayWithhold && chance.In(0.06);
        return new IncidentInput
        {
            IdempotencyKey = Guid.NewGuid(),
            Reference = reference,
            Kind = EnumNames.NameOf(pattern.Kind),
            Council = family.Council.Code,
            OccurredAt = Text(occurredAt),
            ReportedAt = Text(reportedAt),
            RecordedAt = Text(recordedAt),
            RiskAssessedAt = chance.In(0.9) ? Text(recordedAt) : null,
            RiskGrade = EnumNames.NameOf(GradeOf(pattern)),
            Factors = pattern.Factors,
            Sharing = isWithheld
                ? new SharingInput { Shared = false, Reason = chance.Of(Reasons), ReviewOn = Text(DateOnly.FromDateTime(recordedAt).AddDays(14)) }
                : new SharingInput { Shared = true },
            Persons = [.. ChildrenIn(family, pattern, occurredAt), .. AdultsIn(family, pattern)],
            Location = pattern.Kind == IncidentKind.MissingChild ? null : family.Home,
            Narrative = chance.Of(pattern.Narratives),
        };
    }

    /// <summary>The next revision: graded anew.</summary>
    /// <param name="recordedAt">When the correction was written; null for the same instant.</param>
    public static IncidentInput Correct(IncidentInput incident, DateTime? recordedAt = null) => incident with
    {
        IdempotencyKey = Guid.NewGuid(),
        Revision = incident.Revision + 1,
        CorrectionReason = "The risk was graded anew after a supervisor's review.",
        RiskGrade = EnumNames.NameOf(incident.RiskGrade == EnumNames.NameOf(RiskGrade.High) ? RiskGrade.Medium : RiskGrade.High),
        RecordedAt = recordedAt is { } at ? Text(at) : incident.RecordedAt,
    };

    public static string Text(DateTime instant) => instant.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    public static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private IncidentPattern PatternFor(Family family, DateTime occurredAt)
    {
        var isNight = occurredAt.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || occurredAt.Hour is >= 20 or < 5;
        return chance.Of(
            [.. IncidentPattern.All.Where(pattern => ThoseOf(family, pattern, occurredAt).Count > 0)],
            pattern => pattern.Share * (isNight ? pattern.AtNight : 1));
    }

    private RiskGrade GradeOf(IncidentPattern pattern)
        => chance.In(pattern.High / 100.0) ? RiskGrade.High : chance.In(0.5) ? RiskGrade.Medium : RiskGrade.Standard;

    private static List<FamilyChild> ThoseOf(Family family, IncidentPattern pattern, DateTime occurredAt)
    {
        var bornBefore = DateOnly.FromDateTime(occurredAt).AddDays(-pattern.LeastAge * YearDays);
        return [.. family.Children.Where(child => child.BornOn < bornBefore)];
    }

    private IEnumerable<PersonInput> ChildrenIn(Family family, IncidentPattern pattern, DateTime occurredAt)
    {
        var old = ThoseOf(family, pattern, occurredAt);
        var isAboutAll = pattern.Kind is IncidentKind.DomesticAbuse or IncidentKind.Neglect or IncidentKind.ChildConcern;
        var speaks = chance.In(0.2);
        foreach (var child in isAboutAll ? old : [chance.Of(old)])
        {
            yield return new PersonInput
            {
                Role = EnumNames.NameOf(pattern.ChildRole),
                GivenName = child.GivenName,
                Surname = child.Surname,
                BornOn = Text(child.BornOn),
                Sex = child.Sex,
                NhsNumber = child.NhsNumber,
                Upn = child.Upn,
                Address = family.Home,
                Voice = speaks && child == old[0] && child.Upn is not null ? chance.Of(Voices) : null,
            };
        }
    }

    private IEnumerable<PersonInput> AdultsIn(Family family, IncidentPattern pattern)
    {
        var isAbuse = pattern.Kind == IncidentKind.DomesticAbuse;
        yield return Person(family.Adults[0], isAbuse && family.Adults.Count > 1 ? AdultRole.Victim : AdultRole.Parent, family);
        if (family.Adults.Count > 1 && (isAbuse || pattern.Kind == IncidentKind.PhysicalAbuse))
            yield return Person(family.Adults[chance.Between(1, family.Adults.Count - 1)], AdultRole.AllegedPerpetrator, family);
        if (pattern.Kind == IncidentKind.ChildConcern)
            yield return new PersonInput { Role = PersonRules.InformantRole, IsAnonymous = true };
    }

    private static PersonInput Person(FamilyAdult adult, AdultRole role, Family family) => new()
    {
        Role = EnumNames.NameOf(role),
        GivenName = adult.GivenName,
        Surname = adult.Surname,
        BornOn = Text(adult.BornOn),
        Sex = adult.Sex,
        Address = family.Home,
    };
}
