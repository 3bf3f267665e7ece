using System.Text;
using System.Xml;

namespace AgencyGraph.Contract.Engine;

/// <summary>The compiler's file of XML documentation, read once through: hundreds of descriptions come from it at every start.</summary>
internal static class SummariesFile
{
    /// <returns>The summaries of types, properties and fields, by the documentation's name of each; references in them leave nothing.</returns>
    public static IReadOnlyDictionary<string, string> Read(string path)
    {
        var summaries = new Dictionary<string, string>(StringComparer.Ordinal);
        using var reader = XmlReader.Create(path);
        string? member = null;
        while (reader.Read())
        {
            if (reader is { NodeType: XmlNodeType.Element, Name: "member" })
                member = reader.GetAttribute("name");
            else if (reader is { NodeType: XmlNodeType.Element, Name: "summary" } && member is ['T' or 'P' or 'F', ':', ..])
                summaries[member] = TextOf(reader);
        }

        return summaries;
    }

    private static string TextOf(XmlReader summary)
    {
        using var inside = summary.ReadSubtree();
        var text = new StringBuilder();
        while (inside.Read())
        {
            if (inside.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace)
                _ = text.Append(inside.Value);
        }

        return text.ToString().Trim();
    }
}
