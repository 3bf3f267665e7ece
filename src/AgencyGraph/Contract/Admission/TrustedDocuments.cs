using System.Collections.Frozen;
using System.Security.Cryptography;
using System.Text;

namespace AgencyGraph.Contract.Admission;

/// <summary>The registry: every document of <c>schema/operations</c>, as it was when the program was built.</summary>
public sealed class TrustedDocuments
{
    private const string Folder = "operations/";
    private const string Ending = ".graphql";

    private readonly FrozenDictionary<string, TrustedDocument> byHash;
    private readonly FrozenDictionary<string, TrustedDocument> byText;

    public TrustedDocuments()
    {
        All = [.. Read().OrderBy(document => document.Name, StringComparer.Ordinal)];
        // With its last line's end and without: tools differ in what they send.
        var spellings = All.SelectMany(document => new[] { document.Text, document.Text.TrimEnd('\n') }.Distinct().Select(text => (Text: text, Document: document)))
            .DistinctBy(spelling => spelling.Text)
            .ToArray();
        byText = spellings.ToFrozenDictionary(spelling => spelling.Text, spelling => spelling.Document, StringComparer.Ordinal);
        byHash = spellings.ToFrozenDictionary(spelling => HashOf(spelling.Text), spelling => spelling.Document, StringComparer.Ordinal);
    }

    /// <summary>By name.</summary>
    public IReadOnlyList<TrustedDocument> All { get; }

    public TrustedDocument? WithHash(string hash) => byHash.GetValueOrDefault(hash);

    public TrustedDocument? WithText(string text) => byText.GetValueOrDefault(text);

    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static IEnumerable<TrustedDocument> Read()
    {
        var program = typeof(TrustedDocuments).Assembly;
        foreach (var resource in program.GetManifestResourceNames().Where(name => name.StartsWith(Folder, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(program.GetManifestResourceStream(resource)!); // It is one of those listed.
            var text = reader.ReadToEnd();
            yield return new TrustedDocument(resource[Folder.Length..^Ending.Length].Replace('\\', '/'), text, HashOf(text));
        }
    }
}
