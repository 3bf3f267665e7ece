using System.Reflection;
using System.Text;

namespace AgencyGraph.Agencies;

/// <summary>Reads a built-in list: RFC 4180, a heading first, no line breaks inside a field.</summary>
internal static class CsvTable
{
    /// <param name="room">In whose folder <c>Data</c> it lies.</param>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Read(string file, string room = "Agencies")
    {
        var name = $"AgencyGraph.{room}.Data.{file}";
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not built in.");
        using var reader = new StreamReader(stream, Encoding.UTF8);

        var heading = Fields(reader.ReadLine() ?? "");
        var rows = new List<IReadOnlyDictionary<string, string>>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0)
                rows.Add(heading.Zip(Fields(line)).ToDictionary(pair => pair.First, pair => pair.Second));
        }

        return rows;
    }

    /// <summary>A quote opens and closes a stretch in which a comma is text; a doubled quote inside it is one quote.</summary>
    internal static IReadOnlyList<string> Fields(string line)
    {
        var fields = new List<string>();
        var field = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] == '"' && isQuoted && i + 1 < line.Length && line[i + 1] == '"')
                _ = field.Append(line[i++]);
            else if (line[i] == '"')
                isQuoted = !isQuoted;
            else if (line[i] == ',' && !isQuoted)
                TakeField();
            else
                _ = field.Append(line[i]);
        }

        TakeField();
        return fields;

        void TakeField()
        {
            fields.Add(field.ToString());
            _ = field.Clear();
        }
    }
}
