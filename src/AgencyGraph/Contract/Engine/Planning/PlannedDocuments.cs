using AgencyGraph.Contract.Declarations;
using GraphQL;
using GraphQLParser.AST;
using Microsoft.Extensions.Options;

namespace AgencyGraph.Contract.Engine.Planning;

/// <summary>The documents that plans may answer. What comes once, a document or a shape of its variables, is not worth a plan.</summary>
internal sealed class PlannedDocuments(GraphModel model, Documents documents, IOptions<DocumentOptions> bounds)
{
    private const int MaxDocuments = 1_000;
    private const int MaxTextLength = 16 * 1024;

    private readonly TrustedFirst<(string Text, string? Operation), PlannedDocument> known = new(MaxDocuments, bounds.Value.MaxCachedBytes);

    // Hashes only: a flood leaves next to nothing behind.
    private readonly TwoGenerations<int, bool> seenOnce = new(64 * MaxDocuments);

    public int Count => known.Count;

    public long Bytes => known.Bytes;

    /// <summary>The document of a request; null at its first sight, and where it is too long to be kept.</summary>
    public PlannedDocument? Find(GraphRequest request)
    {
        if (request.Query is not { Length: <= MaxTextLength } text)
            return null;
        var (key, isTrusted) = ((text, request.OperationName), documents.IsTrusted(text));
        if (known.TryGet(key, isTrusted, out var document))
            return document;
        if (!HasComeBefore(key.GetHashCode()))
            return null;
        document = Read(text, request.OperationName, isTrusted);
        known.Put(key, document, isTrusted, document.Bytes);
        return document;
    }

    public bool HasComeBefore(int hash)
    {
        if (seenOnce.TryGet(hash, out _))
            return true;
        seenOnce.Put(hash, true);
        return false;
    }

    private PlannedDocument Read(string text, string? operationName, bool isTrusted)
    {
        try
        {
            var document = documents.Parse(text);
            return Documents.Operation(document, operationName) is { } operation
                ? new PlannedDocument(document, operation, new DocumentVariables(model, document, operation)) { IsTrusted = isTrusted, Length = text.Length }
                : new PlannedDocument(document, null, null) { IsTrusted = isTrusted, Length = text.Length };
        }
        catch (ExecutionError)
        {
            return new PlannedDocument(null, null, null) { IsTrusted = isTrusted, Length = text.Length };
        }
    }
}

/// <summary>A document with its chosen operation; without one plans do not answer it. Compared by reference, as a key.</summary>
internal sealed class PlannedDocument(GraphQLDocument? document, GraphQLOperationDefinition? operation, DocumentVariables? variables)
{
    public bool IsTrusted { get; init; }

    public int Length { get; init; }

    /// <summary>About how much memory it holds.</summary>
    public long Bytes => (long)Length * DocumentOptions.BytesACharacter;

    public GraphQLDocument? Document => document;

    public GraphQLOperationDefinition? Operation => operation;

    public DocumentVariables? Variables => variables;
}
