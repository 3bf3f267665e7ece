using AgencyGraph.Benchmarks.Figures;

namespace AgencyGraph.Benchmarks.Fan;

/// <summary>What 5,000 sockets hold, and what one event to all of them takes.</summary>
internal sealed record FanFigures(double KibibytesEach, double LastMilliseconds, double CpuMilliseconds)
{
    public void Add(Report report, string name, FanFigures least, int bytes)
    {
        report.Add("SQLite", $"{name}: bytes a frame", bytes, "");
        report.Add("SQLite", $"{name}: resident a socket", KibibytesEach, "KiB", atMost: 20);
        report.Add("SQLite", $"{name}: bare loop's resident a socket", least.KibibytesEach, "KiB");
        report.Add("SQLite", $"{name}: request to the last socket", LastMilliseconds, "ms");
        report.Add("SQLite", $"{name}: bare loop's to the last", least.LastMilliseconds, "ms");
        report.Add("SQLite", $"{name}: to the last, to the bare loop's", LastMilliseconds / least.LastMilliseconds, "", atMost: 1.2);
        report.Add("SQLite", $"{name}: server CPU an event", CpuMilliseconds, "ms");
        report.Add("SQLite", $"{name}: bare loop's CPU an event", least.CpuMilliseconds, "ms");
    }
}
