using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace AgencyGraph.Benchmarks.Figures;

/// <summary>The figures, each with its goal where it has one.</summary>
internal sealed class Report
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    private readonly string loadBefore = ReadLoad();

    private readonly List<Figure> figures = [];

    public bool AreGoalsReached => figures.TrueForAll(figure => figure.IsReached is not false);

    public void Add(string database, string name, double value, string unit, double? atLeast = null, double? atMost = null)
    {
        var figure = new Figure(database, name, Math.Round(value, 3), unit, atLeast, atMost);
        figures.Add(figure);
        Console.Error.WriteLine($"  {figure.Name}: {figure.Text}");
    }

    public string Table()
    {
        var text = new StringBuilder().AppendLine(Machine()).AppendLine();
        _ = text.AppendLine("| database | figure | value | goal | value / goal |").AppendLine("|---|---|---:|---:|---:|");
        foreach (var figure in figures)
            _ = text.AppendLine($"| {figure.Database} | {figure.Name} | {figure.Text} | {figure.Goal} | {figure.Ratio} |");
        return text.ToString();
    }

    public string Json() => JsonSerializer.Serialize(new { Machine = Machine(), At = TimeProvider.System.GetUtcNow(), Figures = figures }, Indented);

    private string Machine()
    {
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / (1024.0 * 1024 * 1024);
        return string.Create(CultureInfo.InvariantCulture,
            $"{Environment.ProcessorCount} cores, {memory:F0} GiB, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSArchitecture}; client and server share the cores. Load before: {loadBefore}.");
    }

    /// <summary>How many processes ran or waited for a core, on average of the last minute: above 0 the machine has other work.</summary>
    private static string ReadLoad() => File.ReadAllText("/proc/loadavg").Split(' ')[0];

    private sealed record Figure(string Database, string Name, double Value, string Unit, double? AtLeast, double? AtMost)
    {
        public string Text => string.Create(CultureInfo.InvariantCulture, $"{Value:#,0.##} {Unit}").TrimEnd();

        public string Goal => AtLeast is { } least ? $"≥ {Number(least)}" : AtMost is { } most ? $"≤ {Number(most)}" : "";

        public string Ratio => (AtLeast ?? AtMost) is > 0 and var goal ? string.Create(CultureInfo.InvariantCulture, $"{Value / goal:F2}") : "";

        public bool? IsReached => AtLeast is { } least ? Value >= least : AtMost is { } most ? Value <= most : null;

        private static string Number(double value) => value.ToString("#,0.##", CultureInfo.InvariantCulture);
    }
}
