using System.Text;
using AgencyGraph.Benchmarks.Figures;

namespace AgencyGraph.Benchmarks.Load;

/// <summary>One workload in two forms: as the exchange is asked, and as the limit is.</summary>
/// <param name="Pairs">The same question to each, in as many variations as there are.</param>
internal sealed record Question(string Name, Uri Product, Uri Limit, IReadOnlyList<(byte[] Product, byte[] Limit)> Pairs, double LeastRate, double? MostCpu)
{
    public ReadOnlyMemory<byte> OfProduct(Random chance) => Pairs[chance.Next(Pairs.Count)].Product;

    public ReadOnlyMemory<byte> OfLimit(Random chance) => Pairs[chance.Next(Pairs.Count)].Limit;

    /// <exception cref="InvalidOperationException">Some answer is not the same to the byte.</exception>
    public void Compare(int times)
    {
        using var product = new LoadConnection(Product);
        using var limit = new LoadConnection(Limit);
        var (chance, bytes) = (new Random(1), 0L);
        for (var i = 0; i < times; i++)
        {
            var pair = Pairs[chance.Next(Pairs.Count)];
            var answer = product.Ask(pair.Product);
            var least = limit.Ask(pair.Limit);
            bytes += least.Length;
            if (!answer.SequenceEqual(least))
                throw new InvalidOperationException($"{Name}: not the same.\n{Encoding.UTF8.GetString(answer)}\n{Encoding.UTF8.GetString(least)}");
        }

        Console.Error.WriteLine($"{Name}: {times} answers the same to the byte, {bytes / times} bytes each");
    }

    public void Add(Report report, string database, LoadRound product, LoadRound limit)
    {
        report.Add(database, $"{Name}: requests a second", product.PerSecond, "/s");
        report.Add(database, $"{Name}: limit's requests a second", limit.PerSecond, "/s");
        report.Add(database, $"{Name}: rate to the limit's", product.PerSecond / limit.PerSecond, "", atLeast: LeastRate);
        report.Add(database, $"{Name}: server CPU a request", product.CpuMilliseconds, "ms");
        report.Add(database, $"{Name}: limit's CPU a request", limit.CpuMilliseconds, "ms");
        report.Add(database, $"{Name}: CPU to the limit's", product.CpuMilliseconds / limit.CpuMilliseconds, "", atMost: MostCpu);
        report.Add(database, $"{Name}: p50", product.P50, "ms");
        report.Add(database, $"{Name}: p99", product.P99, "ms");
        report.Add(database, $"{Name}: limit's p99", limit.P99, "ms");
    }
}
