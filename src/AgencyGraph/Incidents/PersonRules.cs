using AgencyGraph.Children;
using AgencyGraph.Contract.Writes.Checks;
using AgencyGraph.Storage;

namespace AgencyGraph.Incidents;

/// <summary>What the persons of an incident must be, and which of them are children.</summary>
internal sealed class PersonRules(DateTime? occurredAt, DateTime now, Faults faults)
{
    public const int MaxPersons = 50;
    public const int AdultAgeYears = 18;
    public const string InformantRole = "INFORMANT";

    private const string BornTooLate = "lies after the incident, which would be before this person's birth; check the date.";

    private static readonly TextRule Voice = new(ChildInvolvement.VoiceMaxLength, AllowsLines: true);

    private readonly DateOnly day = Moments.LondonDate(occurredAt ?? now);
    private readonly List<ReportedChild> children = [];
    private readonly List<ReportedAdult> adults = [];
    private readonly Dictionary<NhsNumber, int> numbers = [];
    private Informant? informant;

    public ReportedPersons Read(IReadOnlyList<PersonInput> persons, FieldPath at)
    {
        if (persons.Count is < 1 or > MaxPersons)
            faults.Add(at, $"holds {persons.Count} persons; give 1 to {MaxPersons}.");

        for (var i = 0; i < Math.Min(persons.Count, MaxPersons) && !faults.IsFull; i++)
            ReadPerson(persons[i], i, at[i]);

        // Told only where no person is at fault: a wrong date or role may hide the child.
        if (children.Count == 0 && persons.Count > 0 && occurredAt is not null && !HasFaultWithin(at))
            faults.Add(at, "holds no child: at least one person who is PRESENT, VICTIM, MISSING or SUBJECT must be under 18 when it occurred.");
        return new ReportedPersons(children, adults, informant);
    }

    private bool HasFaultWithin(FieldPath at)
    {
        var within = at.ToList();
        return faults.Refusals.Any(refusal => refusal.Path.Count >= within.Count && refusal.Path.Take(within.Count).SequenceEqual(within));
    }

    private void ReadPerson(PersonInput person, int ordinal, FieldPath at)
    {
        var isInformant = person.Role == InformantRole;
        var role = isInformant || !EnumNames.TryParse<AdultRole>(person.Role, out var parsed) ? (AdultRole?)null : parsed;
        if (role is null && !isInformant)
            faults.Add(at["role"], $"is not one of {string.Join(", ", EnumNames.All<AdultRole>())}, {InformantRole}.");

        var details = ReadDetails(person, isInformant, at);
        var number = IdentityRules.ReadNhsNumber(person.NhsNumber, at["nhsNumber"], faults);
        var upn = IdentityRules.ReadUpn(person.Upn, at["upn"], faults);
        var voice = Voice.Read(person.Voice, at["voice"], faults);
        if (number is { } known && !numbers.TryAdd(known, ordinal))
            faults.Add(at["nhsNumber"], $"is the NHS number of person {numbers[known]} as well; list each person once, with their own number.");
        if (person.IsAnonymous && !isInformant)
            faults.Add(at["isAnonymous"], "is true, but only an INFORMANT can be anonymous: others are named to the council.");

        if (isInformant)
            Tell(person, at);
        else if (role is { } adultRole)
            Sort(new ReportedAdult(ordinal, adultRole, details), number, upn, voice, at);
        if (isInformant && voice is not null)
            RefuseVoice(at);
    }

    private PersonDetails ReadDetails(PersonInput person, bool isInformant, FieldPath at)
    {
        var mayBeNameless = isInformant && person.IsAnonymous;
        var latest = occurredAt is null ? Moments.LondonDate(now) : day;
        return new PersonDetails(
            ReadName(person.GivenName, mayBeNameless, at["givenName"]),
            ReadName(person.Surname, mayBeNameless, at["surname"]),
            IdentityRules.ReadBornOn(person.BornOn, latest, BornTooLate, at["bornOn"], faults),
            IdentityRules.ReadSex(person.Sex, at["sex"], faults),
            AddressRules.Read(person.Address, at["address"], faults),
            person.Address?.IsSafe ?? false);
    }

    private string ReadName(string? text, bool mayBeMissing, FieldPath at)
        => (mayBeMissing ? IdentityRules.Name.Read(text, at, faults) : IdentityRules.Name.Require(text, at, faults)) ?? "";

    private void Tell(PersonInput person, FieldPath at)
    {
        if (informant is not null)
            faults.Add(at["role"], "is a second INFORMANT; an incident has at most one.");
        informant = new Informant
        {
            IsAnonymous = person.IsAnonymous,
            GivenName = IdentityRules.Name.Read(person.GivenName, at["givenName"], new Faults()),
            Surname = IdentityRules.Name.Read(person.Surname, at["surname"], new Faults()),
        };
    }

    private void Sort(ReportedAdult person, NhsNumber? number, Upn? upn, string? voice, FieldPath at)
    {
        if (ChildRoleOf(person.Role) is { } role)
        {
            // An unknown date must not make a child an adult in silence: the force is asked for it.
            if (person.Details.BornOn is null && !faults.Refusals.Any(refusal => refusal.Path.SequenceEqual(at["bornOn"].ToList())))
                faults.Add(at["bornOn"], $"is needed for {EnumNames.NameOf(person.Role)}: it tells whether the person is a child.");
            if (person.Details.BornOn is null || person.Details.BornOn > day.AddYears(-AdultAgeYears))
            {
                children.Add(new ReportedChild(person.Ordinal, role, person.Details, number, upn, voice));
                return;
            }
        }

        if (voice is not null)
            RefuseVoice(at);
        adults.Add(person);
    }

    private void RefuseVoice(FieldPath at)
        => faults.Add(at["voice"], "holds a child's words, but this person is not a child in the incident; check role and date of birth.");

    private static ChildRole? ChildRoleOf(AdultRole role) => role switch
    {
        AdultRole.Present => ChildRole.Present,
        AdultRole.Victim => ChildRole.Victim,
        AdultRole.Missing => ChildRole.Missing,
        AdultRole.Subject => ChildRole.Subject,
        AdultRole.Parent or AdultRole.AllegedPerpetrator => null,
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, "Not a person's role."),
    };
}
