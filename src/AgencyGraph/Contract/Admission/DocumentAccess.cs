using Microsoft.Extensions.Options;

namespace AgencyGraph.Contract.Admission;

/// <summary>Who may run which documents.</summary>
internal sealed class DocumentAccess(IOptions<DocumentAccessOptions> options, IHostEnvironment environment)
{
    /// <summary>Whether everybody may send any document.</summary>
    public bool IsOpen => options.Value.AreFree ?? environment.IsDevelopment();

    public bool MaySendAny(Session session) => IsOpen || options.Value.FreeFor.Have(session);

    public bool MayIntrospect(Session session)
        => (options.Value.IsIntrospectable ?? environment.IsDevelopment()) || options.Value.IntrospectionFor.Have(session);

    public bool MayRun(TrustedDocument document, Session session)
    {
        var lists = options.Value.Clients.Where(client => client.Are(session.Bearer)).ToArray();
        return lists.Length == 0 || Array.Exists(lists, list => list.Hold(document));
    }
}
