using System.Text;

namespace AgencyGraph.Commands.ExportSchema;

/// <summary>A page of Markdown, as it grows.</summary>
internal sealed class Page
{
    private readonly StringBuilder text = new();

    public Page Heading(int level, string words) => Line($"{new string('#', level)} {words}").Line("");

    public Page Paragraph(string words) => Line(words).Line("");

    public Page Table(IReadOnlyList<string> columns, IEnumerable<IReadOnlyList<string>> rows)
    {
        _ = Row(columns).Row([.. columns.Select(_ => "---")]);
        foreach (var row in rows)
            _ = Row(row);
        return Line("");
    }

    public override string ToString() => text.ToString().TrimEnd('\n') + "\n";

    private Page Row(IEnumerable<string> cells)
        => Line($"| {string.Join(" | ", cells.Select(cell => cell.Replace("|", "\\|", StringComparison.Ordinal)))} |");

    private Page Line(string line)
    {
        _ = text.Append(line).Append('\n');
        return this;
    }
}
