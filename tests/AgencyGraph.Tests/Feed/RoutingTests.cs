using AgencyGraph.Agencies;
using AgencyGraph.Feed;
using AgencyGraph.Visibility;
using Xunit.Abstractions;
using static AgencyGraph.Tests.Feed.World;

namespace AgencyGraph.Tests.Feed;

/// <summary>Routing and compiled rules against plain sets, written from the words of the visibility table and not from the rules.</summary>
public sealed class RoutingTests(ITestOutputHelper output)
{
    private static readonly AgencyCode[] Agencies = [Manchester, Lancashire, Bury, Bolton];
    private static readonly string[] Subjects = ["anna", "ben", "a/b"];

    /// <summary>What the feed tells of children: the other kinds are about the exchange itself.</summary>
    private static readonly IReadOnlyList<RecordKind> Told
        = [RecordKind.Child, RecordKind.ChildRecord, RecordKind.Incident, RecordKind.Referral, RecordKind.MissingEpisode];

    [Fact]
    public void In_random_worlds_exactly_those_who_may_see_an_entry_are_shown_it()
    {
        var seed = Environment.TickCount;
        output.WriteLine($"seed {seed}");
        var shown = 0;
        for (var world = 0; world < 500; world++)
            shown += Compare(new Random(seed + world), seed + world);
        Assert.InRange(shown, 1000, int.MaxValue);
    }

    [Fact]
    public void A_stream_that_is_ahead_of_the_pump_is_not_shown_again_what_it_has()
    {
        var now = new Sight(new RecordFacts(Manchester, Bury, true, []), [], []);
        var streams = new LiveStreams();
        streams.Start(0);
        _ = Sit(streams, Hub(Bury), reached: 3);
        var shown = Enumerable.Range(1, 5).Where(position =>
            streams.Advance(FeedEntry.From(Incident(Manchester, Bury), position, DateTime.UnixEpoch), now).Count > 0);
        Assert.Equal([4, 5], shown);
    }

    private static int Compare(Random random, int seed)
    {
        var children = Enumerable.Range(0, 4).Select(_ => ChildId.New()).ToArray();
        var callers = EveryCaller().Where(_ => random.Next(2) == 0).ToList();
        var streams = new LiveStreams();
        streams.Start(0);
        var seats = callers.Select(caller => Sit(streams, caller)).ToList();
        var ties = Enumerable.Range(0, random.Next(8)).Select(_ => AnyTie(random, Pick(random, children))).ToList();

        var shown = 0;
        for (var position = 1; position <= 40; position++)
        {
            var entry = AnyEntry(random, position, children);
            var own = ties.Where(tie => entry.Children.Contains(tie.ChildId)).ToList();
            var showings = streams.Advance(entry, new Sight(entry.Facts, own, []));
            var got = showings.SelectMany(showing => showing.Seats).Select(seat => seat.Request.Caller).ToList();
            var expected = seats.Select(seat => seat.Request.Caller).Where(caller => MaySee(caller, entry, own)).ToList();

            Assert.True(got.Count == got.Distinct().Count(), $"twice, seed {seed}");
            Assert.True(expected.ToHashSet().SetEquals(got), $"{entry.RecordKind} {position}, seed {seed}");
            Assert.All(showings, showing => Assert.True(IsFairlyShared(showing, own), $"shared, seed {seed}"));
            shown += got.Count;
        }

        return shown;
    }

    /// <summary>Rendered in person: for that person alone. Rendered for many: nobody among them is tied to a child of the entry.</summary>
    private static bool IsFairlyShared(Showing showing, List<Relationship> ties)
    {
        var subjects = showing.Seats.Select(seat => seat.Request.Caller).ToHashSet();
        return subjects.Contains(showing.Viewer)
            ? subjects.Count == 1
            : !subjects.Any(caller => ties.Any(tie => tie.Holder == $"{caller.Agency}/{caller.Subject}"));
    }

    private static bool MaySee(Caller caller, FeedEntry entry, List<Relationship> ties)
    {
        var own = caller.Agency.Value;
        var isAllocated = Has(RelationshipKind.AllocatedWorker, $"{own}/{caller.Subject}");
        var isWritten = entry.Originator.Value == own;
        var isResponsible = Has(RelationshipKind.ResponsibleCouncil, own);
        var isChild = entry.RecordKind == RecordKind.Child;
        if (Has(RelationshipKind.ConflictOfInterest, $"{own}/{caller.Subject}"))
            return false;
        return caller.Role switch
        {
            Role.PoliceSystem or Role.PoliceOfficer => isChild ? Has(RelationshipKind.OriginatingForce, own) : isWritten,
            Role.CouncilSystem or Role.HubPractitioner or Role.HubLead => isChild
                ? isResponsible || Has(RelationshipKind.HubArea, own)
                : isWritten || (entry.IsShared && (entry.Council?.Value == own || isResponsible)),
            Role.SocialWorker => isAllocated && (isChild || entry.IsShared || isWritten),
            Role.HealthPractitioner => entry.RecordKind == RecordKind.Referral
                ? isWritten || Has(RelationshipKind.HealthRegistration, own)
                : Has(RelationshipKind.HealthRegistration, own) && (isChild || entry.IsShared),
            // Of what it is told, whoever renders the entry decides by the record itself.
            Role.SchoolLead => entry.RecordKind == RecordKind.Referral
                ? isWritten
                : Has(RelationshipKind.SchoolRoll, own) && (isChild || entry.IsShared),
            _ => false,
        };

        bool Has(RelationshipKind kind, string holder) => ties.Exists(tie => tie.Kind == kind && tie.Holder == holder);
    }

    private static IEnumerable<Caller> EveryCaller()
        => from agency in Agencies
           from role in Enum.GetValues<Role>()
           from subject in Subjects
           select new Caller(subject, agency, role, Purpose.Safeguarding);

    private static Seat Sit(LiveStreams streams, Caller caller, long reached = 0)
    {
        var request = new StreamRequest { Caller = caller, AudienceKey = "document", Renderer = new PlainRenderer(new SlotMarkers()) };
        var seat = new Seat(request, new StreamFilter(null, null));
        Assert.True(streams.TryJoin(seat, reached, within: 0));
        return seat;
    }

    private static Relationship AnyTie(Random random, ChildId child)
    {
        var kind = Pick(random, Enum.GetValues<RelationshipKind>());
        var agency = Pick(random, Agencies).Value;
        return Tie(child, kind, kind is RelationshipKind.AllocatedWorker or RelationshipKind.ConflictOfInterest ? $"{agency}/{Pick(random, Subjects)}" : agency);
    }

    private static FeedEntry AnyEntry(Random random, long position, ChildId[] children)
    {
        var about = random.GetItems(children, random.Next(3));
        var draft = Incident(Pick(random, Agencies), Pick(random, Agencies), random.Next(2) == 0, about) with
        {
            RecordKind = Pick(random, Told),
        };
        if (random.Next(4) == 0)
            draft = draft with { Council = null };
        return FeedEntry.From(draft, position, draft.OccurredAt);
    }

    private static T Pick<T>(Random random, IReadOnlyList<T> items) => items[random.Next(items.Count)];
}
