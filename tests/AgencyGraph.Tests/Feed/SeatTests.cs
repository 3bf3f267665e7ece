using AgencyGraph.Feed;

namespace AgencyGraph.Tests.Feed;

/// <summary>How much a stream that does not read may keep waiting, before it reads from the database for itself.</summary>
public sealed class SeatTests
{
    private const int Quarter = Seat.CapacityInBytes / 4;

    private readonly Seat seat = new(
        new StreamRequest { Caller = World.Hub(World.Bury), AudienceKey = "document", Renderer = new PlainRenderer(new SlotMarkers()) }, new StreamFilter(null, null));

    private long position;

    [Fact]
    public void It_holds_a_mebibyte_and_not_a_byte_more()
    {
        for (var i = 0; i < 4; i++)
            Assert.True(Offer(Quarter));

        Assert.False(Offer(1));

        Assert.Equal([1, 2, 3, 4], Taken());
        Assert.True(seat.IsOver);
        Assert.Equal(4, seat.ResumeFrom);
    }

    [Fact]
    public void What_is_taken_makes_room_for_as_many_bytes()
    {
        for (var i = 0; i < 4; i++)
            Assert.True(Offer(Quarter));
        Assert.True(seat.TryTake(out _));

        Assert.True(Offer(Quarter));
        Assert.False(Offer(1));
        Assert.Equal([2, 3, 4, 5], Taken());
    }

    [Fact]
    public void One_update_of_any_size_is_held_alone()
    {
        Assert.True(Offer(3 * Seat.CapacityInBytes));
        Assert.False(Offer(1));
        Assert.Equal([1], Taken());
        Assert.Equal(1, seat.ResumeFrom);
    }

    [Fact]
    public void It_holds_256_updates_however_small()
    {
        for (var i = 0; i < Seat.Capacity; i++)
            Assert.True(Offer(1));
        Assert.False(Offer(1));
        Assert.Equal(Seat.Capacity, Taken().Count);
        Assert.Equal(Seat.Capacity, seat.ResumeFrom);
    }

    [Fact]
    public void Once_it_was_full_it_takes_nothing_more_or_there_would_be_a_gap()
    {
        Assert.True(Offer(Seat.CapacityInBytes));
        Assert.False(Offer(1));
        Assert.True(seat.TryTake(out _));

        Assert.False(Offer(1));
        Assert.Empty(Taken());
        Assert.Equal(1, seat.ResumeFrom);
    }

    private bool Offer(int bytes) => seat.Offer(new Delivery(++position, UpdateTemplate.Parse(new byte[bytes], new SlotMarkers(), contents: null), 0));

    private List<long> Taken()
    {
        var taken = new List<long>();
        while (seat.TryTake(out var delivery))
            taken.Add(delivery.Position);
        return taken;
    }
}
