using AgencyGraph.Storage;
using Microsoft.Extensions.Time.Testing;

namespace AgencyGraph.Tests.Storage;

public sealed class SharedClockTests
{
    private static readonly DateTimeOffset Start = new(2026, 11, 24, 9, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider machine = new(Start);

    /// <summary>The question went at 0 s and the answer was there at 4 s.</summary>
    [Theory]
    [InlineData(-600, -600)]
    [InlineData(-1, -1)]
    [InlineData(0, 0)]
    [InlineData(3, 0)]
    [InlineData(4, 0)]
    [InlineData(6, 2)]
    [InlineData(600, 596)]
    public void It_is_put_right_by_no_more_than_the_answer_proves(int answer, int by)
    {
        var clock = new SharedClock(machine);
        var askedAt = clock.GetTimestamp();
        machine.Advance(TimeSpan.FromSeconds(4));

        Assert.Equal(TimeSpan.FromSeconds(by), clock.Heed(askedAt, Start.AddSeconds(answer)));
        Assert.Equal(Start.AddSeconds(4 + by), clock.GetUtcNow());
        machine.Advance(TimeSpan.FromHours(1));
        Assert.Equal(Start.AddSeconds(3604 + by), clock.GetUtcNow());
        Assert.Equal(TimeSpan.Zero, clock.Heed(clock.GetTimestamp(), clock.GetUtcNow()));
    }

    [Fact]
    public void Until_the_database_has_been_asked_it_is_the_machines()
    {
        var clock = new SharedClock(machine);
        machine.Advance(TimeSpan.FromSeconds(5));
        Assert.Equal(machine.GetUtcNow(), clock.GetUtcNow());
    }
}
