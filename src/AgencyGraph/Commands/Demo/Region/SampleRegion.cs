using System.Globalization;

namespace AgencyGraph.Commands.Demo.Region;

/// <summary>The invented region: who lives there, and what the two forces recorded in the past weeks.</summary>
internal sealed class SampleRegion
{
    public const int HistoryDays = 60;

    private const double IncidentsPerFamily = 0.9;

    private static readonly string[] Ratings = ["BLUE", "GREEN", "GREEN", "AMBER", "AMBER", "RED"];
    private static readonly string[] Outcomes = ["NO_FURTHER_ACTION", "NO_FURTHER_ACTION", "ADVICE", "EARLY_HELP", "ASSESSMENT", "STRATEGY_DISCUSSION", "EXISTING_CASE"];

    private readonly Chance chance;
    private readonly DateTime now;

    private SampleRegion(Chance chance, DateTime now, int families)
    {
        (this.chance, this.now) = (chance, now);
        var maker = new FamilyMaker(chance, DateOnly.FromDateTime(now));
        Families = [.. Enumerable.Range(0, families).Select(number => maker.MakeIn(CouncilFor(number)))];
        History = [.. Past(new IncidentMaker(chance))];
        Missing = [.. MissingMaker.Past(History, now)];
    }

    public IReadOnlyList<Family> Families { get; }

    /// <summary>The earliest first; corrections after what they correct.</summary>
    public IReadOnlyList<PastIncident> History { get; }

    /// <summary>The children whom those incidents reported missing.</summary>
    public IReadOnlyList<PastMissing> Missing { get; }

    /// <param name="now">Instants and dates of birth are counted back from it; all else is by the seed.</param>
    /// <param name="families">How many; every council has one before any has two.</param>
    public static SampleRegion Make(int seed, DateTime now, int families) => new(new Chance(seed), now, families);

    private SampleCouncil CouncilFor(int number)
        => number < NorthWest.Councils.Count ? NorthWest.Councils[number] : chance.Of(NorthWest.Councils, council => council.People);

    private IEnumerable<PastIncident> Past(IncidentMaker maker)
    {
        var instants = Enumerable.Range(0, (int)Math.Ceiling(Families.Count * IncidentsPerFamily)).Select(_ => Instant()).Order().ToList();
        for (var number = 0; number < instants.Count; number++)
        {
            var family = chance.Of(Families, each => each.Weight);
            var reference = string.Create(CultureInfo.InvariantCulture, $"{PrefixOf(family)}/{instants[number].Year}/{100_001 + number}");
            var incident = maker.Make(family, reference, instants[number], TimeSpan.FromMinutes(chance.Between(20, 600)), mayWithhold: true);
            yield return new PastIncident(family, incident, incident.Sharing.Shared && chance.In(0.2) ? Referral() : null);
            if (chance.In(0.06))
                yield return new PastIncident(family, IncidentMaker.Correct(incident, instants[number].AddHours(11)), null);
        }
    }

    public static string PrefixOf(Family family) => family.Council.Force == NorthWest.GreaterManchester ? "GMP" : "MER";

    private PastReferral Referral()
    {
        var isAcknowledged = chance.In(0.85);
        var isRated = isAcknowledged && chance.In(0.8);
        return new PastReferral(isAcknowledged, isRated ? chance.Of(Ratings) : null, isRated && chance.In(0.75) ? chance.Of(Outcomes) : null);
    }

    /// <summary>More in the evening than by day, and more at weekends.</summary>
    private DateTime Instant()
    {
        while (true)
        {
            var instant = now.AddMinutes(-chance.Between(12 * 60, HistoryDays * 24 * 60));
            var hours = instant.Hour switch { < 2 => 0.7, < 7 => 0.2, < 16 => 0.45, < 19 => 0.7, _ => 1 };
            var days = instant.DayOfWeek switch { DayOfWeek.Friday => 0.8, DayOfWeek.Saturday or DayOfWeek.Sunday => 1, _ => 0.6 };
            if (chance.In(hours * days))
                return instant;
        }
    }
}
