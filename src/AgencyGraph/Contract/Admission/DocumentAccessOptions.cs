namespace AgencyGraph.Contract.Admission;

/// <summary>
/// The configuration section <c>DocumentAccess</c>: who may send documents of their own, ask for the schema, and run which trusted documents.
/// </summary>
public sealed class DocumentAccessOptions
{
    /// <summary>Whether everybody may send any document; null for: in Development. Outside Development it may not be true.</summary>
    public bool? AreFree { get; set; }

    /// <summary>Whether everybody may ask for the schema; null for: in Development. Outside Development it may not be true.</summary>
    public bool? IsIntrospectable { get; set; }

    /// <summary>Who may send any document all the same.</summary>
    public NamedClients FreeFor { get; } = new();

    /// <summary>Who may ask for the schema all the same.</summary>
    public NamedClients IntrospectionFor { get; } = new();

    /// <summary>Clients that may run only some of the trusted documents; the others may run every one.</summary>
    public IList<ClientDocuments> Clients { get; } = [];
}
