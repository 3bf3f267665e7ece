using AgencyGraph.Visibility;

namespace AgencyGraph.Contract.Admission;

/// <summary>The trusted documents that one client may run.</summary>
public sealed class ClientDocuments
{
    /// <summary>The issuer's name for the person or system, or the client id of its program.</summary>
    public string Subject { get; set; } = "";

    /// <summary>Names of documents (<c>council/updates</c>), or of folders with all that is in them (<c>council</c>).</summary>
    public IList<string> Documents { get; } = [];

    internal bool Are(Bearer? bearer) => bearer is not null && (bearer.Subject == Subject || bearer.Client == Subject);

    internal bool Hold(TrustedDocument document) => Documents.Any(name => Names(name, document));

    internal static bool Names(string name, TrustedDocument document)
        => document.Name == name || document.Name.StartsWith(name + "/", StringComparison.Ordinal);
}
