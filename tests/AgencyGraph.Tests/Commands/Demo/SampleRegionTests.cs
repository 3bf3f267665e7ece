using System.Text.Json;
using AgencyGraph.Access;
using AgencyGraph.Agencies;
using AgencyGraph.Children;
using AgencyGraph.Commands.Demo.Region;
using AgencyGraph.Contract.Writes.Checks;
using AgencyGraph.Incidents;

namespace AgencyGraph.Tests.Commands.Demo;

public sealed class SampleRegionTests
{
    private static readonly DateTime Now = new(2026, 11, 24, 9, 0, 0, DateTimeKind.Utc);

    private static readonly SampleRegion Region = SampleRegion.Make(seed: 7, Now, families: 1_500);

    private static IEnumerable<FamilyChild> Children => Region.Families.SelectMany(family => family.Children);

    [Fact]
    public void The_councils_are_those_of_the_directory_under_its_two_forces()
    {
        var directory = new AgencyDirectory();
        string[] forces = [NorthWest.GreaterManchester, NorthWest.Merseyside];

        var known = directory.Councils.Where(council => forces.Contains(council.ForceCode?.Value)).Select(council => (council.Code.Value, council.ForceCode?.Value));

        Assert.Equal(known.Order(), NorthWest.Councils.Select(council => (council.Code, (string?)council.Force)).Order());
    }

    [Fact]
    public void Every_council_has_families_and_incidents()
    {
        var codes = NorthWest.Councils.Select(council => council.Code).Order().ToList();

        Assert.Equal(codes, Region.Families.Select(family => family.Council.Code).Distinct().Order());
        Assert.Equal(codes, Region.History.Select(past => past.Family.Council.Code).Distinct().Order());
        Assert.Equal(codes, SampleRegion.Make(1, Now, NorthWest.Councils.Count).Families.Select(family => family.Council.Code).Order());
    }

    [Fact]
    public void NHS_numbers_are_valid_in_the_test_range_and_no_two_children_share_one()
    {
        var numbers = Children.Select(child => child.NhsNumber).OfType<string>().ToList();

        Assert.All(numbers, number => Assert.True(number.StartsWith("999", StringComparison.Ordinal) && NhsNumber.TryParse(number, out _), number));
        Assert.Equal(numbers.Count, numbers.Distinct().Count());
        Assert.InRange(numbers.Count, Children.Count() / 2, Children.Count() - 1);
    }

    [Fact]
    public void Unique_pupil_numbers_are_valid_unique_and_of_children_at_school()
    {
        var pupils = Children.Where(child => child.Upn is not null).ToList();

        Assert.All(pupils, child => Assert.True(Upn.TryParse(child.Upn, out _), child.Upn));
        Assert.All(pupils, child => Assert.True(child.BornOn < DateOnly.FromDateTime(Now).AddYears(-4)));
        Assert.Equal(pupils.Count, pupils.Select(child => child.Upn).Distinct().Count());
    }

    [Fact]
    public void There_are_siblings_half_siblings_twins_and_siblings_of_other_surnames()
    {
        var families = Region.Families.Select(family => family.Children).ToList();

        Assert.All(families, children => Assert.InRange(children.Count, 1, 5));
        Assert.All(families, children => Assert.Equal(children.Count, children.Select(child => (child.GivenName, child.BornOn)).Distinct().Count()));
        Assert.Contains(families, children => children.Select(child => child.Father).Distinct().Count() > 1);
        Assert.Contains(families, children => children.Select(child => child.Surname).Distinct().Count() > 1);
        Assert.Contains(families, children => children.Count > 2 && children.Select(child => child.Surname).Distinct().Count() == 1);
        var twins = families.SelectMany(children => children.GroupBy(child => child.BornOn)).Where(same => same.Count() > 1).ToList();
        Assert.NotEmpty(twins);
        Assert.All(twins, twin => Assert.Single(twin.Select(child => (child.Father, child.Surname)).Distinct()));
    }

    [Fact]
    public void Names_hold_the_letters_and_marks_of_a_real_register()
    {
        var names = Children.SelectMany(child => new[] { child.GivenName, child.Surname }).ToList();

        Assert.Contains(names, name => name.Contains('\'', StringComparison.Ordinal));
        Assert.Contains(names, name => name.Contains('-', StringComparison.Ordinal));
        Assert.Contains(names, name => name.Contains(' ', StringComparison.Ordinal));
        Assert.Contains(names, name => name.Any(letter => letter > 'ÿ'));
    }

    [Fact]
    public void Addresses_lie_in_a_postcode_district_of_the_councils_own()
        => Assert.All(Region.Families, family =>
        {
            var district = family.Home.Postcode!.Split(' ')[0];
            Assert.Contains(family.Council.Places, place => place.District == district && place.Town == family.Home.Lines[^1]);
        });

    [Fact]
    public void Children_are_under_age_and_born_before_every_incident_and_parents_are_grown_up()
    {
        var today = DateOnly.FromDateTime(Now);

        Assert.All(Children, child => Assert.InRange(child.BornOn, today.AddYears(-18).AddDays(1), today.AddDays(-SampleRegion.HistoryDays)));
        Assert.All(Region.Families, family => Assert.True(family.Adults[0].BornOn.AddYears(16) < family.Children[0].BornOn));
    }

    [Fact]
    public void Every_incident_is_one_that_the_exchange_takes_in()
        => Assert.All(Region.History, past =>
        {
            var faults = new Faults();
            _ = IncidentRules.ReadRevision(past.Input, faults);
            _ = IncidentRules.Read(past.Input, Now, new AgencyDirectory(), faults);
            Assert.Empty(faults.Refusals);
        });

    [Fact]
    public void The_history_holds_what_a_viewer_should_meet()
    {
        Assert.Contains(Region.History, past => !past.Input.Sharing.Shared);
        Assert.Contains(Region.History, past => past.Input.Revision == 2);
        Assert.Contains(Region.History.GroupBy(past => past.Family), family => family.Count() > 4);
        Assert.All(Region.History, past => Assert.True(past.Referral is null || past.Input.Sharing.Shared));
        Assert.Contains(Region.History, past => past.Referral is { IsAcknowledged: false });
        Assert.Contains(Region.History, past => past.Referral is { IsAcknowledged: true, Rating: null });
        Assert.Contains(Region.History, past => past.Referral is { Rating: not null, Outcome: null });
        Assert.Contains(Region.History, past => past.Referral?.Outcome is not null);
        Assert.Contains(Region.Families, family => family.SafeAddress is not null && family.IsKnownToCouncil);
        Assert.Contains(Region.Families, family => family.Council.Code == NorthWest.ShownCouncil && family.Worker == SampleCallers.SocialWorkerOf(NorthWest.ShownCouncil, 1));
    }

    [Fact]
    public void The_same_seed_invents_the_same_region_and_another_seed_another()
    {
        Assert.Equal(Written(SampleRegion.Make(3, Now, 60)), Written(SampleRegion.Make(3, Now, 60)));
        Assert.NotEqual(Written(SampleRegion.Make(3, Now, 60)), Written(SampleRegion.Make(4, Now, 60)));
    }

    [Fact]
    public void A_later_start_changes_dates_and_nothing_else()
    {
        var later = SampleRegion.Make(3, Now.AddDays(7), 60).Families;

        Assert.Equal(
            SampleRegion.Make(3, Now, 60).Families.SelectMany(family => family.Children).Select(child => (child.GivenName, child.Surname, child.NhsNumber)),
            later.SelectMany(family => family.Children).Select(child => (child.GivenName, child.Surname, child.NhsNumber)));
    }

    private static string Written(SampleRegion region) => JsonSerializer.Serialize(new
    {
        region.Families,
        History = region.History.Select(past => past with { Input = past.Input with { IdempotencyKey = default } }),
    });
}
