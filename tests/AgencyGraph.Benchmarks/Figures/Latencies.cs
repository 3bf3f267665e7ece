namespace AgencyGraph.Benchmarks.Figures;

/// <summary>Durations, in milliseconds, of which percentiles are asked.</summary>
internal sealed class Latencies(IEnumerable<double> milliseconds)
{
    private readonly double[] sorted = [.. milliseconds.Order()];

    public int Count => sorted.Length;

    public double Max => sorted.Length == 0 ? double.NaN : sorted[^1];

    /// <summary>The least value that <paramref name="percent"/> of them do not exceed.</summary>
    public double Percentile(double percent)
        => sorted.Length == 0 ? double.NaN : sorted[Math.Clamp((int)Math.Ceiling(percent / 100 * sorted.Length) - 1, 0, sorted.Length - 1)];
}
