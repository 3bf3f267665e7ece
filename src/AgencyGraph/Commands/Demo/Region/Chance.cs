namespace AgencyGraph.Commands.Demo.Region;

/// <summary>What is drawn by lot: the same for the same seed.</summary>
internal sealed class Chance(int seed)
{
    private readonly Random random = new(seed);

    public bool In(double share) => random.NextDouble() < share;

    /// <summary>From <paramref name="least"/> to <paramref name="most"/>, both possible.</summary>
    public int Between(int least, int most) => random.Next(least, most + 1);

    public T Of<T>(IReadOnlyList<T> things) => things[random.Next(things.Count)];

    public T Of<T>(IReadOnlyList<T> things, Func<T, int> weight)
    {
        var left = random.Next(things.Sum(weight));
        foreach (var thing in things)
        {
            left -= weight(thing);
            if (left < 0)
                return thing;
        }

        throw new InvalidOperationException("There is nothing with a weight to choose from.");
    }

    /// <summary>The wait until the next of events that come independently of each other (a Poisson process).</summary>
    public TimeSpan Wait(double ratePerMinute) => TimeSpan.FromMinutes(-Math.Log(1 - random.NextDouble()) / ratePerMinute);
}
