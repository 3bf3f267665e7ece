using System.Text.Json;
using AgencyGraph.Contract.Admission;

namespace AgencyGraph.Contract;

/// <summary>One GraphQL request, as any transport receives it. Parsed as JSON and checked for shape, nothing more.</summary>
/// <param name="Query">The document; null when the request names one by its hash.</param>
/// <param name="OperationName">Which operation of the document; null when it has only one.</param>
/// <param name="Variables">A JSON object; null when there are none. Readable until the call it was given to has ended.</param>
/// <param name="Extensions">A JSON object; null when there are none. Readable as long as the variables.</param>
public sealed record GraphRequest(string? Query, string? OperationName, JsonElement? Variables, JsonElement? Extensions)
{
    /// <summary>The hash of the document, as <c>sha256:…</c>; null when it is in the extensions, or the document itself is sent.</summary>
    public string? DocumentId { get; init; }

    /// <summary>The trusted document that it runs; null for a free one.</summary>
    internal TrustedDocument? Trusted { get; init; }

    /// <summary>Whether it named a trusted document and did not send it.</summary>
    internal bool IsByHash { get; init; }

    /// <summary>
    /// The cursor of the last update that a client heard before its connection was lost; it outranks <c>after</c>. Null for none.
    /// </summary>
    public string? ResumeAfter { get; init; }
}
