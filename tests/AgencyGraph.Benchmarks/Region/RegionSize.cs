namespace AgencyGraph.Benchmarks.Region;

/// <summary>How much is known in the invented region.</summary>
internal sealed record RegionSize(int Children, int Incidents, int Referrals)
{
    /// <summary>Seed and shape of the data: another number, another file in the cache.</summary>
    public const int Seed = 20261125;

    public static RegionSize Whole { get; } = new(100_000, 241_000, 118_000);

    public static RegionSize Million { get; } = new(1_000_000, 2_410_000, 1_180_000);

    public static RegionSize Quick { get; } = new(20_000, 48_200, 23_600);
}
