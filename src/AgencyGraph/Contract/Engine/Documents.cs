using System.Security.Cryptography;
using System.Text;
using AgencyGraph.Contract.Admission;
using GraphQL.Execution;
using GraphQLParser.AST;
using Microsoft.Extensions.Options;

namespace AgencyGraph.Contract.Engine;

/// <summary>Parsed documents, kept by their text within bounds.</summary>
internal sealed class Documents(IDocumentBuilder builder, TrustedDocuments trusted, IOptions<DocumentOptions> options)
{
    private const int Capacity = 1_000;
    private const int MaxKeptLength = 16 * 1024;

    private readonly TrustedFirst<string, Parsed> known = new(Capacity, options.Value.MaxCachedBytes);
    private readonly TrustedFirst<(string Text, string? Operation), bool> valid = new(Capacity, options.Value.MaxCachedBytes);

    public int Count => known.Count + valid.Count;

    public long Bytes => known.Bytes + valid.Bytes;

    public bool IsTrusted(string text) => trusted.WithText(text) is not null;

    /// <exception cref="SyntaxError">It cannot be parsed.</exception>
    /// <exception cref="RefusedDocumentError">It asks more than one request may.</exception>
    public GraphQLDocument Parse(string text) => Read(text).Document;

    /// <summary>Whether it asks for the schema anywhere.</summary>
    /// <exception cref="SyntaxError">It cannot be parsed.</exception>
    /// <exception cref="RefusedDocumentError">It asks more than one request may.</exception>
    public bool Introspects(string text) => Read(text).Introspects;

    /// <summary>By what the ledger of disclosures knows it: SHA-256 of the text, and the name of its operation where it has one only.</summary>
    public (ReadOnlyMemory<byte> Hash, string? OnlyName) IdentityOf(string text)
    {
        var parsed = Read(text);
        return (parsed.Hash, parsed.OnlyName);
    }

    /// <summary>Whether this text has kept every rule before, for this operation. Rules look at documents only, never at variables or callers.</summary>
    public bool IsKnownValid(string text, string? operation) => valid.TryGet((text, operation), IsTrusted(text), out _);

    public void NoteValid(string text, string? operation)
    {
        if (text.Length <= MaxKeptLength && !(operation?.Length > MaxKeptLength))
            valid.Put((text, operation), true, IsTrusted(text), 2L * (text.Length + (operation?.Length ?? 0)));
    }

    /// <summary>The operation that would run; null when it cannot be chosen.</summary>
    public static GraphQLOperationDefinition? Operation(GraphQLDocument document, string? name)
    {
        if (document.Definitions is [GraphQLOperationDefinition only] && string.IsNullOrEmpty(name))
            return only;
        var operations = document.Definitions.OfType<GraphQLOperationDefinition>().ToArray();
        return string.IsNullOrEmpty(name)
            ? operations.Length == 1 ? operations[0] : null
            : Array.Find(operations, operation => operation.Name?.StringValue == name);
    }

    /// <summary>SHA-256 of a document, in UTF-8.</summary>
    public static byte[] HashOf(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    private Parsed Read(string text)
    {
        var isTrusted = IsTrusted(text);
        if (known.TryGet(text, isTrusted, out var parsed))
            return parsed;

        var document = builder.Build(DocumentScan.Read(text, options.Value));
        parsed = new Parsed(document, DocumentBounds.Check(document, options.Value), HashOf(text), Operation(document, null)?.Name?.StringValue);
        if (text.Length <= MaxKeptLength)
            known.Put(text, parsed, isTrusted, (long)text.Length * DocumentOptions.BytesACharacter);
        return parsed;
    }

    private sealed record Parsed(GraphQLDocument Document, bool Introspects, byte[] Hash, string? OnlyName);
}
