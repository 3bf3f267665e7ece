using AgencyGraph.Feed;
using AgencyGraph.Tests.Support;
using AgencyGraph.Visibility;
using static AgencyGraph.Tests.Feed.World;

namespace AgencyGraph.Tests.Feed;

public sealed class AudienceTests
{
    [SkippableTheory, EveryDatabase]
    public async Task Two_hundred_equal_streams_share_one_rendering(DatabaseKind kind)
    {
        await using var exchange = await FeedExchange.StartAsync(kind);
        var renderer = new PlainRenderer(exchange.Markers);
        var streams = new List<Subscriber>();
        for (var i = 0; i < 200; i++)
            streams.Add(await SeatAsync(exchange, Hub(Bury, $"hub {i}"), renderer));

        await exchange.RecordAsync(Incident(Manchester, Bury));
        foreach (var stream in streams)
            await stream.ReadAsync(1);

        var viewer = Assert.Single(renderer.Viewers);
        Assert.DoesNotContain("hub", viewer.Subject, StringComparison.Ordinal);
        Assert.Equal(200, streams.Select(stream => stream.Frames[0].Cursor).Distinct().Count());
        foreach (var stream in streams)
            await stream.DisposeAsync();
    }

    [SkippableTheory, EveryDatabase]
    public async Task A_member_tied_to_the_child_is_rendered_apart_from_the_others(DatabaseKind kind)
    {
        await using var exchange = await FeedExchange.StartAsync(kind);
        var child = ChildId.New();
        await exchange.TieAsync(Allocated(child, Bury, "tied"));
        await using var tied = await SeatAsync(exchange, Hub(Bury, "tied"));
        await using var other = await SeatAsync(exchange, Hub(Bury, "other"));
        await using var third = await SeatAsync(exchange, Hub(Bury, "third"));

        await exchange.RecordAsync(Incident(Manchester, Bury, true, child));

        Assert.Equal("BUR/tied", (await tied.ReadAsync(1)).Frames[0].Viewer);
        var shared = (await other.ReadAsync(1)).Frames[0].Viewer;
        Assert.DoesNotContain("other", shared, StringComparison.Ordinal);
        Assert.DoesNotContain("third", shared, StringComparison.Ordinal);
        Assert.Equal(shared, (await third.ReadAsync(1)).Frames[0].Viewer);
    }

    [SkippableTheory, EveryDatabase]
    public async Task A_replayed_entry_is_rendered_as_the_same_viewer_as_a_live_one(DatabaseKind kind)
    {
        await using var exchange = await FeedExchange.StartAsync(kind);
        var child = ChildId.New();
        await exchange.TieAsync(Allocated(child, Bury, "tied"));
        foreach (var subject in new[] { "tied", "other" })
        {
            await using var live = await SeatAsync(exchange, Hub(Bury, subject));
            await exchange.RecordAsync(Incident(Manchester, Bury, true), Incident(Manchester, Bury, true, child));
            await live.ReadAsync(2);
            await using var again = await exchange.SubscribeAsync(exchange.Request(Hub(Bury, subject), live.Frames[0].Cursor));
            await again.ReadAsync(1);
            Assert.Equal((live.Frames[1].Viewer, live.Frames[1].EventId), (again.Frames[0].Viewer, again.Frames[0].EventId));
        }
    }

    [SkippableTheory, EveryDatabase]
    public async Task A_social_worker_is_told_of_their_own_children_only(DatabaseKind kind)
    {
        await using var exchange = await FeedExchange.StartAsync(kind);
        var (own, foreign) = (ChildId.New(), ChildId.New());
        await exchange.TieAsync(Allocated(own, Bury, "anna"), Allocated(foreign, Bury, "ben"));
        await using var anna = await SeatAsync(exchange, Worker(Bury, "anna"));
        await using var namesake = await SeatAsync(exchange, Worker(Bolton, "anna"));

        var told = Incident(Manchester, Bury, true, foreign, own);
        await exchange.RecordAsync(Incident(Manchester, Bury, true, foreign), Incident(Manchester, Bury, false, own), told);

        Assert.Equal([told.RecordId], (await anna.ReadUntilSilenceAsync()).RecordIds);
        Assert.Empty((await namesake.ReadUntilSilenceAsync()).Frames);
    }

    [SkippableTheory, EveryDatabase]
    public async Task Hidden_traffic_leaves_no_trace_in_a_stream(DatabaseKind kind)
    {
        await using var exchange = await FeedExchange.StartAsync(kind);
        var renderer = new PlainRenderer(exchange.Markers);
        await using var bury = await SeatAsync(exchange, Hub(Bury), renderer);
        await using var inspector = await SeatAsync(exchange, new Caller("i", Bury, Role.Inspector, Purpose.Inspection), renderer);
        var withdrawn = Incident(Manchester, Bury);
        renderer.Shows = (entry, _) => entry.RecordId != withdrawn.RecordId;

        var first = Incident(Manchester, Bury);
        var last = Incident(Manchester, Bury);
        await exchange.RecordAsync(first, Incident(Manchester, Bolton), Incident(Manchester, Bury, isShared: false), withdrawn, last);

        await bury.ReadUntilSilenceAsync();
        Assert.Equal([first.RecordId, last.RecordId], bury.RecordIds);
        Assert.Equal(bury.Frames[0].Cursor, bury.Frames[1].PreviousCursor);
        Assert.Empty((await inspector.ReadUntilSilenceAsync()).Frames);
        Assert.Equal(3, renderer.Viewers.Count);
    }

    [SkippableTheory, EveryDatabase]
    public async Task Streams_with_different_documents_purposes_or_filters_share_nothing(DatabaseKind kind)
    {
        await using var exchange = await FeedExchange.StartAsync(kind);
        var renderer = new PlainRenderer(exchange.Markers);
        var request = exchange.Request(Hub(Bury), renderer: renderer);
        StreamRequest[] requests =
        [
            request,
            request with { AudienceKey = "another document" },
            request with { Caller = request.Caller with { Purpose = Purpose.ChildProtectionEnquiry } },
            request with { Caller = request.Caller with { Role = Role.CouncilSystem } },
            request with { Caller = request.Caller with { Role = Role.CouncilSystem, OnBehalfOf = "anna" } },
            request with { Kinds = [UpdateKind.IncidentRecorded] },
        ];
        var streams = await Task.WhenAll(requests.Select(exchange.SubscribeAsync));
        foreach (var stream in streams)
            stream.Begin();

        await exchange.RecordAsync(Incident(Manchester, Bury));
        foreach (var stream in streams)
            await stream.ReadAsync(1);
        Assert.Equal(requests.Length, renderer.Viewers.Count);
        foreach (var stream in streams)
            await stream.DisposeAsync();
    }

    private static async Task<Subscriber> SeatAsync(FeedExchange exchange, Caller caller, PlainRenderer? renderer = null)
    {
        var subscriber = await exchange.SubscribeAsync(exchange.Request(caller, renderer: renderer));
        subscriber.Begin();
        return subscriber;
    }
}
