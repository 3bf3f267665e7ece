using AgencyGraph.Agencies;
using AgencyGraph.Children;
using AgencyGraph.Contract.Writes.Checks;
using AgencyGraph.Missing;

namespace AgencyGraph.Tests.Missing;

public sealed class MissingRulesTests
{
    private static readonly AgencyDirectory Agencies = new();
    private static readonly DateTime Now = new(2026, 1, 12, 0, 0, 0, DateTimeKind.Utc);

    public static TheoryData<string, string, Func<ReportMissingInput, ReportMissingInput>> Wrongs => new()
    {
        { "council", "no agency", input => input with { Council = "XXX" } },
        { "council", "police force", input => input with { Council = "merseyside" } },
        { "type", "not one of", input => input with { Type = "LOST" } },
        { "type", "looked-after", input => input with { Type = "AWAY_WITHOUT_AUTHORISATION" } },
        { "type", "looked-after", input => input with { Type = "AWAY_WITHOUT_AUTHORISATION", LookedAfter = false } },
        { "risk", "not one of", input => input with { Risk = "STANDARD" } },
        { "startedAt", "offset", input => input with { StartedAt = "2026-01-10T20:00:00" } },
        { "recordedAt", "future", input => input with { RecordedAt = "2026-01-12T00:00:01Z" } },
        { "reportedAt", "before startedAt", input => input with { ReportedAt = "2026-01-10T19:59:59Z" } },
        { "recordedAt", "before reportedAt", input => input with { RecordedAt = "2026-01-10T21:59:59Z" } },
        { "child/givenName", "needed", input => input with { Child = input.Child with { GivenName = " " } } },
        { "child/bornOn", "needed", input => input with { Child = input.Child with { BornOn = "" } } },
        { "child/bornOn", "adult", input => input with { Child = input.Child with { BornOn = "2008-01-10" } } },
        { "child/bornOn", "birth", input => input with { Child = input.Child with { BornOn = "2026-01-11" } } },
        { "child/nhsNumber", "check digit", input => input with { Child = input.Child with { NhsNumber = "9990000019" } } },
        { "child/address/postcode", "postcode", input => input with { Child = input.Child with { Address = new AddressInput { Lines = ["x"], Postcode = "x" } } } },
        { "missingFrom/lines", "0 lines", input => input with { MissingFrom = new AddressInput { Lines = [] } } },
        { "circumstances", "10001", input => input with { Circumstances = new string('x', 10_001) } },
        { "found/foundAt", "before", input => input with { Found = Found("2026-01-10T19:00:00Z") } },
        { "found/how", "not one of", input => input with { Found = Found("2026-01-11T19:00:00Z") with { How = "SEEN" } } },
        { "found/recordedAt", "before foundAt", input => input with { Found = Found("2026-01-11T19:00:00Z") with { RecordedAt = "2026-01-11T18:00:00Z" } } },
    };

    [Theory]
    [MemberData(nameof(Wrongs))]
    public void What_is_wrong_is_told_with_its_place(string path, string words, Func<ReportMissingInput, ReportMissingInput> change)
    {
        ArgumentNullException.ThrowIfNull(change);
        var faults = new Faults();

        Assert.Null(MissingRules.Read(change(Input()), Now, Agencies, faults));

        var refusal = Assert.Single(faults.Refusals);
        Assert.Equal(path, string.Join('/', refusal.Path));
        Assert.Contains(words, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_child_is_one_until_the_day_of_the_eighteenth_birthday_in_England()
    {
        var faults = new Faults();
        var input = Input() with { Child = Input().Child with { BornOn = "2008-01-11" } };

        Assert.NotNull(MissingRules.Read(input, Now, Agencies, faults));
        Assert.Null(MissingRules.Read(input with { StartedAt = "2026-01-11T00:00:00Z", ReportedAt = "2026-01-11T00:00:00Z", RecordedAt = "2026-01-11T00:00:00Z" }, Now, Agencies, faults));
    }

    [Fact]
    public void A_safe_place_is_kept_apart_from_the_others()
    {
        var place = new AddressInput { Lines = ["Refuge"], IsSafe = true };
        var read = MissingRules.Read(
            Input() with { MissingFrom = place, Found = Found("2026-01-11T19:00:00Z") with { Place = place } }, Now, Agencies, new Faults());

        Assert.NotNull(read);
        Assert.Equal((null, "Refuge", null, "Refuge"), (read.MissingFrom, read.SafeMissingFrom?.Lines[0], read.Found?.Place, read.Found?.SafePlace?.Lines[0]));
        Assert.True(read.KeepsSafe);
    }

    private static FoundInput Found(string at) => new() { FoundAt = at, RecordedAt = at, How = "RETURNED" };

    private static ReportMissingInput Input() => new()
    {
        IdempotencyKey = Guid.NewGuid(),
        Reference = "GMP/2026/1",
        Child = new MissingChildInput { GivenName = "Ada", Surname = "Test", BornOn = "2012-05-05" },
        Council = "BUR",
        Type = "MISSING",
        Risk = "HIGH",
        StartedAt = "2026-01-10T20:00:00Z",
        ReportedAt = "2026-01-10T22:00:00Z",
        RecordedAt = "2026-01-10T23:00:00Z",
    };
}
