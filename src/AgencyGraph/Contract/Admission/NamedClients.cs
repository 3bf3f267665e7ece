using AgencyGraph.Visibility;

namespace AgencyGraph.Contract.Admission;

/// <summary>Clients by what their tokens say: the subject, the program, or the role in which they act.</summary>
public sealed class NamedClients
{
    /// <summary>The issuer's names for persons or systems (<c>sub</c>).</summary>
    public IList<string> Subjects { get; } = [];

    /// <summary>The client ids of programs.</summary>
    public IList<string> Clients { get; } = [];

    /// <summary>The roles in which they act.</summary>
    public IList<Role> Roles { get; } = [];

    internal bool Have(Session session)
        => (session.Bearer is { } bearer && (Subjects.Contains(bearer.Subject) || (bearer.Client is { } client && Clients.Contains(client))))
            || (session.Role is { } role && Roles.Contains(role));
}
