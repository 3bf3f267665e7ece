using AgencyGraph.Contract.Reading;
using Microsoft.Extensions.Options;

namespace AgencyGraph.Contract.Admission;

/// <summary>Which document a request runs, and whether its client may run it.</summary>
internal sealed class DocumentDoor(TrustedDocuments trusted, DocumentAccess access, IOptions<DocumentOptions> options)
{
    private const int MaxRemembered = 1_000;

    // Only where any document may be sent: a hash that came with its text stands for it from then on.
    private readonly TwoGenerations<string, string> remembered = new(MaxRemembered, options.Value.MaxCachedBytes);

    /// <summary>The request with its document's text; without, when it names none.</summary>
    /// <exception cref="ReadRefusedException">It names a document that is not known, or not the one it sends.</exception>
    public GraphRequest Resolve(GraphRequest request)
    {
        var hash = DocumentReference.Of(request);
        if (hash is null)
            return request.Query is { } sent && trusted.WithText(sent) is { } same ? request with { Trusted = same, Query = same.Text } : request;
        if (request.Query is { } text && TrustedDocuments.HashOf(text) != hash)
            throw new ReadRefusedException(ErrorCode.PersistedMismatch, "The hash is not that of the document sent with it. Hash the text as it is sent, in UTF-8.");
        if (trusted.WithHash(hash) is { } document)
            return request with { Trusted = document, Query = document.Text, IsByHash = request.Query is null };
        if (request.Query is not null)
            return Remember(hash, request);
        return access.IsOpen && remembered.TryGet(hash, out var known) ? request with { Query = known } : throw Unknown();
    }

    /// <exception cref="ReadRefusedException">The client may not run the document that was resolved.</exception>
    public GraphRequest Permit(GraphRequest request, Session session)
    {
        if (request.Trusted is { } document && access.MayRun(document, session))
            return request;
        if (access.MaySendAny(session))
            return request with { Trusted = null };
        throw request.IsByHash
            ? Unknown()
            : new ReadRefusedException(ErrorCode.DocumentNotPermitted,
                "You may run registered documents only. Send the hash of one: \"documentId\": \"sha256:…\". The operator can register yours.");
    }

    private static ReadRefusedException Unknown()
        => new(ErrorCode.PersistedNotFound, "There is no such document for you. Send the hash of one that is registered for you.");

    private GraphRequest Remember(string hash, GraphRequest request)
    {
        if (access.IsOpen && request.Query!.Length <= options.Value.MaxLength)
            remembered.Put(hash, request.Query, 2L * request.Query.Length);
        return request;
    }
}
