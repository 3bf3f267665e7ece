using GraphQL.Execution;

namespace AgencyGraph.Contract.Engine;

/// <summary>A document that is not looked at any further: it asks more than one request may, or has no end.</summary>
internal sealed class RefusedDocumentError(ErrorCode code, string message) : DocumentError(message)
{
    public ErrorCode Reason => code;
}
