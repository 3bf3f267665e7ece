using System.Buffers.Text;
using AgencyGraph.Feed;
using AgencyGraph.Tests.Support;
using AgencyGraph.Visibility;
using Microsoft.EntityFrameworkCore;
using static AgencyGraph.Tests.Feed.World;

namespace AgencyGraph.Tests.Feed;

public sealed class CursorTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
    private static readonly Cursor Place = new(Epoch: 7, Position: 42, Consumer: 1, Filter: 2) { Stamp = 3, From = 4, BegunAt = 5 };

    [Fact]
    public void A_cursor_opens_to_what_was_sealed_and_has_one_length()
    {
        var seal = new CursorSeal(Key);
        foreach (var position in new[] { 0, 1, 42, long.MaxValue })
        {
            var text = seal.Seal(Place with { Position = position });
            Assert.Equal(128, text.Length);
            Assert.True(seal.TryOpen(text, out var cursor));
            Assert.Equal(Place with { Position = position }, cursor);
        }
    }

    [Fact]
    public void A_cursor_with_any_bit_or_character_changed_is_refused()
    {
        var seal = new CursorSeal(Key);
        var text = seal.Seal(Place);
        var bytes = Base64Url.DecodeFromChars(text);
        for (var bit = 0; bit < bytes.Length * 8; bit++)
        {
            var forged = bytes.ToArray();
            forged[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.False(seal.TryOpen(Base64Url.EncodeToString(forged), out _), $"bit {bit}");
        }

        for (var i = 0; i < text.Length; i++)
        {
            foreach (var replacement in "AB-_ =\n\0é/+")
            {
                if (text[i] != replacement)
                    Assert.False(seal.TryOpen($"{text[..i]}{replacement}{text[(i + 1)..]}", out _), $"character {i}");
            }
        }
    }

    [Fact]
    public void Readings_that_began_at_different_times_never_have_the_same_cursor_though_nothing_came_between()
    {
        var (seal, now) = (new CursorSeal(Key), new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        Assert.NotEqual(seal.Seal(Place.BeginningAt(now)), seal.Seal(Place.BeginningAt(now.AddMilliseconds(1))));
    }

    [Theory]
    [InlineData("")]
    [InlineData("42")]
    [InlineData("not a cursor")]
    public void What_is_no_cursor_is_refused(string text) => Assert.False(new CursorSeal(Key).TryOpen(text, out _));

    [Fact]
    public void A_cursor_of_another_key_shortened_or_lengthened_is_refused()
    {
        var seal = new CursorSeal(Key);
        var text = seal.Seal(Place);
        Assert.False(new CursorSeal([.. Key.Reverse()]).TryOpen(text, out _));
        Assert.False(seal.TryOpen(text[1..], out _));
        Assert.False(seal.TryOpen(text + "A", out _));
        Assert.False(seal.TryOpen(text + "=", out _));
    }

    [SkippableTheory, EveryDatabase]
    public async Task A_cursor_serves_only_its_own_consumer_and_filter(DatabaseKind kind)
    {
        await using var exchange = await FeedExchange.StartAsync(kind);
        var request = exchange.Request(Hub(Bury)) with { Kinds = [UpdateKind.IncidentRecorded, UpdateKind.ReferralMade] };
        await using var subscriber = await exchange.SubscribeAsync(request);
        await exchange.RecordAsync(Incident(Manchester, Bury));
        await subscriber.ReadAsync(1);
        var own = request with { After = subscriber.Frames[0].Cursor };

        Assert.Null(await exchange.RefusalAsync(own));
        Assert.Null(await exchange.RefusalAsync(own with { AudienceKey = "another document" }));
        Assert.Null(await exchange.RefusalAsync(own with { Kinds = [UpdateKind.ReferralMade, UpdateKind.IncidentRecorded] }));
        StreamRequest[] foreign =
        [
            own with { Caller = Hub(Bolton) },
            own with { Caller = Hub(Bury, "someone else") },
            own with { Caller = own.Caller with { Role = Role.CouncilSystem } },
            own with { Caller = own.Caller with { Purpose = Purpose.ChildProtectionEnquiry } },
            own with { Kinds = [UpdateKind.IncidentRecorded] },
            own with { Kinds = null },
            own with { Children = [] },
            own with { Children = [ChildId.New()] },
        ];
        foreach (var other in foreign)
            Assert.Equal(StreamRefusal.CursorInvalid, await exchange.RefusalAsync(other));
    }

    [SkippableTheory, EveryDatabase]
    public async Task A_cursor_of_a_replaced_history_says_so(DatabaseKind kind)
    {
        await using var exchange = await FeedExchange.StartAsync(kind);
        var request = exchange.Request(Hub(Bury));
        await using var subscriber = await exchange.SubscribeAsync(request);
        await exchange.RecordAsync(Incident(Manchester, Bury));
        await subscriber.ReadAsync(1);
        var own = request with { After = subscriber.Frames[0].Cursor };

        await using var db = exchange.Database.CreateDbContext();
        await db.Database.ExecuteSqlRawAsync("UPDATE feed_head SET head = 0");
        Assert.Equal(StreamRefusal.CursorEpochChanged, await exchange.RefusalAsync(own));
        await db.Database.ExecuteSqlRawAsync("UPDATE feed_head SET head = 1, epoch = epoch + 1");
        Assert.Equal(StreamRefusal.CursorEpochChanged, await exchange.RefusalAsync(own));
    }
}
