using AgencyGraph.Agencies;
using AgencyGraph.Children;
using AgencyGraph.Contract.Writes;
using AgencyGraph.Contract.Writes.Checks;
using AgencyGraph.Incidents;
using AgencyGraph.Tests.Support.Builders;
using AgencyGraph.Tests.Support.Writes;

namespace AgencyGraph.Tests.Incidents;

public sealed class IncidentRulesTests
{
    private static readonly AgencyDirectory Agencies = new();

    public static TheoryData<string, string, Func<IncidentInput, IncidentInput>> Wrongs => new()
    {
        { "kind", "DOMESTIC_ABUSE", input => input with { Kind = "DOMESTIC" } },
        { "council", "no agency", input => input with { Council = "XXX" } },
        { "council", "police force", input => input with { Council = "merseyside" } },
        { "occurredAt", "no offset", input => input with { OccurredAt = "2026-11-20T22:10:00" } },
        { "occurredAt", "ISO 8601", input => input with { OccurredAt = "20/11/2026 22:10" } },
        { "occurredAt", "real date", input => input with { OccurredAt = "2026-02-30T22:10:00Z" } },
        { "occurredAt", "1900", input => input with { OccurredAt = "1066-10-14T09:00:00Z" } },
        { "reportedAt", "before occurredAt", input => input with { ReportedAt = "2026-11-20T22:09:59Z" } },
        { "recordedAt", "before reportedAt", input => input with { RecordedAt = "2026-11-20T22:14:00Z" } },
        { "recordedAt", "future", input => input with { RecordedAt = "2026-11-23T09:00:00.001Z" } },
        { "riskAssessedAt", "before occurredAt", input => input with { RiskAssessedAt = "2026-11-20T21:00:00Z" } },
        { "riskAssessedAt", "future", input => input with { RiskAssessedAt = "2027-11-20T21:00:00Z" } },
        { "riskGrade", "STANDARD", input => input with { RiskGrade = "SEVERE" } },
        { "factors.1", "factor code", input => input with { Factors = ["3A", "99Z"] } },
        { "factors.1", "twice", input => input with { Factors = ["3A", "3A"] } },
        { "factors", "no factors", input => input with { Factors = ["3A", "21"] } },
        { "sharing.reason", "needed", input => input with { Sharing = new SharingInput { Shared = false } } },
        { "sharing.reason", "shared is true", input => input with { Sharing = new SharingInput { Shared = true, Reason = "No." } } },
        { "sharing.reviewOn", "before", input => input with { Sharing = A.Withheld() with { ReviewOn = "2026-11-19" } } },
        { "persons", "no child", input => input with { Persons = [A.Adult()] } },
        { "persons", "0 persons", input => input with { Persons = [] } },
        { "persons", "51 persons", input => input with { Persons = [.. Enumerable.Repeat(A.Child(), 51)] } },
        { "persons.0.role", "INFORMANT", input => input with { Persons = [A.Child() with { Role = "WITNESS" }] } },
        { "persons.0.sex", "F, M, X", input => input with { Persons = [A.Child() with { Sex = "female" }] } },
        { "persons.0.givenName", "needed", input => input with { Persons = [A.Child() with { GivenName = " " }] } },
        { "persons.0.surname", "at most 100", input => input with { Persons = [A.Child() with { Surname = new string('x', 101) }] } },
        { "persons.0.surname", "control", input => input with { Persons = [A.Child() with { Surname = "Pa\ntel" }] } },
        { "persons.0.surname", "surrogate", input => input with { Persons = [A.Child() with { Surname = "Pa\ud83d" }] } },
        { "persons.0.surname", "direction", input => input with { Persons = [A.Child() with { Surname = "Pa\u202Etel" }] } },
        { "persons.0.bornOn", "calendar", input => input with { Persons = [A.Child() with { BornOn = "2015-02-31" }] } },
        { "persons.0.bornOn", "birth", input => input with { Persons = [A.Child() with { BornOn = "2026-11-21" }] } },
        { "persons.1.bornOn", "120", input => input with { Persons = [A.Child(), A.Adult() with { BornOn = "1901-01-01" }] } },
        { "persons.0.bornOn", "needed", input => input with { Persons = [A.Child() with { BornOn = null }] } },
        { "persons.0.nhsNumber", "check digit", input => input with { Persons = [A.Child("9990000019")] } },
        { "persons.0.nhsNumber", "ten digits", input => input with { Persons = [A.Child("999000001X")] } },
        { "persons.0.upn", "check letter", input => input with { Persons = [A.Child() with { Upn = "A801200005001" }] } },
        { "persons.1.nhsNumber", "person 0", input => input with { Persons = [A.Child("9990000018"), A.Child("9990000018")] } },
        { "persons.0.address.postcode", "postcode", input => input with { Persons = [A.Child() with { Address = A.Address() with { Postcode = "BURY 1" } }] } },
        { "persons.0.address.lines", "0 lines", input => input with { Persons = [A.Child() with { Address = A.Address() with { Lines = [] } }] } },
        { "location.lines.0", "empty", input => input with { Location = A.Address() with { Lines = [""] } } },
        { "persons.0.voice", "at most 2000", input => input with { Persons = [A.Child() with { Voice = new string('x', 2_001) }] } },
        { "persons.1.voice", "not a child", input => input with { Persons = [A.Child(), A.Adult() with { Voice = "Words." }] } },
        { "persons.1.isAnonymous", "INFORMANT", input => input with { Persons = [A.Child(), A.Adult() with { IsAnonymous = true }] } },
        { "persons.1.surname", "needed", input => input with { Persons = [A.Child(), A.Adult("INFORMANT") with { Surname = null }] } },
        { "persons.2.role", "second", input => input with { Persons = [A.Child(), A.Adult("INFORMANT"), A.Adult("INFORMANT")] } },
        { "narrative", "at most 20000", input => input with { Narrative = new string('x', 20_001) } },
        { "narrative", "control", input => input with { Narrative = "attended\0 and left" } },
        { "reference", "GMP/year", input => input with { Reference = "GMP-2026-1" } },
        { "reference", "prefix GMP", input => input with { Reference = "WMP/2026/77" } },
        { "revision", "1 as first", input => input with { Revision = 0 } },
        { "correctionReason", "needed", input => input with { Revision = 2 } },
        { "correctionReason", "corrects nothing", input => input with { CorrectionReason = "Why." } },
    };

    [Theory]
    [MemberData(nameof(Wrongs), DisableDiscoveryEnumeration = true)]
    public void What_is_wrong_is_refused_by_its_place_and_its_fault(string path, string words, Func<IncidentInput, IncidentInput> spoil)
    {
        var refusals = Read(spoil(A.Incident()));

        var refusal = Assert.Single(refusals);
        Assert.Equal(RefusalCode.InvalidInput, refusal.Code);
        Assert.Equal(path, string.Join('.', refusal.Path));
        Assert.Contains(words, refusal.Message, StringComparison.Ordinal);
    }

    public static TheoryData<string, Func<IncidentInput, IncidentInput>> Rights => new()
    {
        { "whole", input => input },
        { "no location, narrative, voice", input => input with { Location = null, Narrative = null, Persons = [A.Child() with { Voice = null, Sex = null, Address = null }] } },
        { "minutes only", input => input with { OccurredAt = "2026-11-20T22:10Z" } },
        { "recorded this instant", input => input with { RecordedAt = "2026-11-23T10:00:00+01:00" } },
        { "graded before recorded", input => input with { RiskAssessedAt = "2026-11-20T22:20:00Z" } },
        { "lines in the narrative", input => input with { Narrative = "One.\r\n\tTwo. “I want to stay at Nan’s.” 👧" } },
        { "20,000 characters beyond the basic plane", input => input with { Narrative = string.Concat(Enumerable.Repeat("👧", 20_000)) } },
        { "anonymous without a name", input => input with { Persons = [A.Child(), new PersonInput { Role = "INFORMANT", IsAnonymous = true }] } },
        { "born that day", input => input with { Persons = [A.Child() with { BornOn = "2026-11-20" }] } },
        { "an adult's numbers", input => input with { Persons = [A.Child(), A.Adult("VICTIM") with { NhsNumber = "9990000018", Upn = "B801200005001" }] } },
        { "twins without numbers", input => input with { Persons = [A.Child(), A.Child()] } },
        { "names as they are", input => input with { Persons = [A.Child() with { GivenName = "Zoë-Mae", Surname = "St.-John O’Neill Wiśniewska" }] } },
        { "postcode without space", input => input with { Location = A.Address() with { Postcode = "ec1a1bb" } } },
        { "no postcode", input => input with { Location = A.Address() with { Postcode = null } } },
    };

    [Theory]
    [MemberData(nameof(Rights), DisableDiscoveryEnumeration = true)]
    public void What_is_right_is_not_refused(string what, Func<IncidentInput, IncidentInput> change)
    {
        Assert.NotEmpty(what);
        Assert.Empty(Read(change(A.Incident())));
    }

    [Fact]
    public void All_faults_are_told_up_to_twenty()
    {
        var two = Read(A.Incident() with { Kind = "X", Persons = [A.Child("1"), A.Adult() with { Sex = "?" }], Narrative = "\0" });
        var many = Read(A.Incident() with { Persons = [.. Enumerable.Repeat(A.Child() with { Sex = "?", BornOn = "?", Upn = "?" }, 40)] });

        Assert.Equal(["kind", "persons.0.nhsNumber", "persons.1.sex", "narrative"], two.Select(refusal => string.Join('.', refusal.Path)));
        Assert.Equal(Faults.Max, many.Count);
    }

    [Fact]
    public void A_message_does_not_repeat_what_was_sent()
    {
        var refusals = Read(A.Incident() with { Persons = [A.Child("1234567890") with { Surname = "Secret\0", BornOn = "2015-02-31" }] });

        Assert.All(refusals, refusal => Assert.DoesNotContain("1234567890", refusal.Message, StringComparison.Ordinal));
        Assert.All(refusals, refusal => Assert.DoesNotContain("Secret", refusal.Message, StringComparison.Ordinal));
    }

    private static IReadOnlyList<Refusal> Read(IncidentInput input)
    {
        var faults = new Faults();
        _ = ForceReferenceRules.Read(input.Reference, Agencies.Find(WriteBench.Force().Agency)!, FieldPath.Input["reference"], faults);
        _ = IncidentRules.ReadRevision(input, faults);
        _ = IncidentRules.Read(input, WriteBench.Now, Agencies, faults);
        return faults.Refusals;
    }
}
