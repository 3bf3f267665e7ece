using System.Globalization;
using AgencyGraph.Access;

namespace AgencyGraph.Commands.Demo.Region;

/// <summary>Makes families up.</summary>
/// <param name="today">From which ages are counted back.</param>
internal sealed class FamilyMaker(Chance chance, DateOnly today)
{
    private const int YoungestDays = 75; // Born before the oldest incident of the region's history.
    private const int EldestDays = 6_450; // Under 18, with days to spare.
    private const int YearDays = 365;
    private const int WorkersPerCouncil = 3;

    private readonly Numbers numbers = new(chance);
    private readonly Addresses addresses = new(chance);
    private int reference = 100_000;

    public Family MakeIn(SampleCouncil council)
    {
        var origin = chance.Of(NameStock.Origins, each => each.Weight);
        var ages = Ages();
        var adults = Adults(origin, ages[0]);
        var isKnown = chance.In(0.3);
        var isFleeing = isKnown && adults.Count > 1 && chance.In(0.08);
        return new Family(
            council,
            addresses.In(council),
            adults,
            Children(council, origin, adults, ages),
            Weight: chance.In(0.15) ? 9 : chance.In(0.3) ? 3 : 1,
            isKnown,
            isKnown && chance.In(0.6) ? SampleCallers.SocialWorkerOf(council.Code, chance.Between(1, WorkersPerCouncil)) : null,
            isFleeing ? addresses.In(chance.Of(NorthWest.Councils), isSafe: true) : null);
    }

    /// <summary>In days, the eldest first; twins are of one age.</summary>
    private List<int> Ages()
    {
        var count = chance.Of([1, 1, 1, 2, 2, 2, 3, 3, 4, 5]);
        var ages = new List<int> { chance.Between(YoungestDays + ((count - 1) * 400), EldestDays) };
        while (ages.Count < count)
        {
            var youngest = ages[^1];
            var next = chance.In(0.06) && (ages.Count < 2 || ages[^2] != youngest) ? youngest : youngest - chance.Between(320, 1_500);
            if (next < YoungestDays)
                break;
            ages.Add(next);
        }

        return ages;
    }

    private List<FamilyAdult> Adults(Origin origin, int eldestDays)
    {
        var adults = new List<FamilyAdult> { Adult(origin, "F") };
        if (chance.In(0.75))
            adults.Add(Adult(Another(origin), chance.In(0.95) ? "M" : "F"));
        if (adults.Count > 1 && chance.In(0.3))
            adults.Add(Adult(Another(origin), "M"));
        return adults;

        FamilyAdult Adult(Origin from, string sex) => new(
            chance.Of(sex == "F" ? from.Girls : from.Boys), chance.Of(from.Surnames),
            today.AddDays(-eldestDays - chance.Between(18 * YearDays, 36 * YearDays)), sex);
    }

    private Origin Another(Origin origin) => chance.In(0.8) ? origin : chance.Of(NameStock.Origins, each => each.Weight);

    private List<FamilyChild> Children(SampleCouncil council, Origin origin, List<FamilyAdult> adults, List<int> ages)
    {
        var children = new List<FamilyChild>();
        foreach (var age in ages)
        {
            var twin = children.Find(child => child.BornOn == today.AddDays(-age));
            var father = twin is null ? FatherAmong(adults, children.Count) : twin.Father;
            var surname = twin?.Surname ?? adults[father is { } known && chance.In(0.7) ? known : 0].Surname;
            children.Add(Child(council, origin, age, father, surname, [.. children.Select(child => child.GivenName)]));
        }

        return children;
    }

    /// <summary>The elder children may be a former partner's.</summary>
    private int? FatherAmong(List<FamilyAdult> adults, int elderSiblings) => adults switch
    {
        { Count: 3 } when elderSiblings == 0 || chance.In(0.3) => 2,
        [_, { Sex: "M" }, ..] => 1,
        _ => null,
    };

    private FamilyChild Child(SampleCouncil council, Origin origin, int ageDays, int? father, string surname, string[] taken)
    {
        var sex = chance.In(0.5) ? "F" : "M";
        var names = sex == "F" ? origin.Girls : origin.Boys;
        var bornOn = today.AddDays(-ageDays);
        return new FamilyChild(
            chance.Of([.. names.Except(taken)]),
            surname,
            bornOn,
            chance.In(0.01) ? "X" : sex,
            father,
            chance.In(0.85) ? numbers.NextNhsNumber() : null,
            ageDays > 5 * YearDays ? numbers.NextUpn(council.PupilAuthority, bornOn.Year + 5) : null,
            string.Create(CultureInfo.InvariantCulture, $"{council.Code}-{++reference}"));
    }
}
