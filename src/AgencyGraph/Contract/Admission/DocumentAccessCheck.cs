using Microsoft.Extensions.Options;

namespace AgencyGraph.Contract.Admission;

/// <summary>Stops the start with settings that open more than was meant.</summary>
internal sealed class DocumentAccessCheck(IHostEnvironment environment, TrustedDocuments documents) : IValidateOptions<DocumentAccessOptions>
{
    public ValidateOptionsResult Validate(string? name, DocumentAccessOptions options)
    {
        var reasons = Open(options).Concat(options.Clients.SelectMany(Wrong)).ToArray();
        return reasons.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(reasons);
    }

    private IEnumerable<string> Open(DocumentAccessOptions options)
    {
        if (environment.IsDevelopment())
            yield break;
        if (options.AreFree == true)
            yield return "DocumentAccess:AreFree opens the graph to any document and is for Development; name the clients in DocumentAccess:FreeFor.";
        if (options.IsIntrospectable == true)
            yield return "DocumentAccess:IsIntrospectable is for Development; name the clients in DocumentAccess:IntrospectionFor.";
    }

    private IEnumerable<string> Wrong(ClientDocuments client)
    {
        if (string.IsNullOrWhiteSpace(client.Subject))
            yield return "DocumentAccess:Clients: every entry needs a Subject.";
        foreach (var name in client.Documents.Where(name => !documents.All.Any(document => ClientDocuments.Names(name, document))))
            yield return $"DocumentAccess:Clients: there is no trusted document or folder {name}.";
    }
}
