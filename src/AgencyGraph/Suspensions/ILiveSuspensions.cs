using AgencyGraph.Visibility;

namespace AgencyGraph.Suspensions;

/// <summary>
/// Whether a suspension concerns a bearer: one indexed statement of the database itself, for each operation. Nothing of it is kept in
/// memory, so that whichever node commits a suspension, no node answers the next request.
/// </summary>
internal interface ILiveSuspensions
{
    /// <summary>The parameters of the client and the role are empty, as no name is, where there is none.</summary>
    const string Sql = $"""
        SELECT 1 FROM {Suspension.Table}
        WHERE (holder = 'AGENCY' AND name = @agency)
            OR (holder = 'SUBJECT' AND name = @subject)
            OR (holder = 'CLIENT' AND name = @client)
            OR (holder = 'ROLE' AND name = @role)
        LIMIT 1
        """;

    ValueTask<bool> ConcernAsync(Bearer bearer, CancellationToken cancellationToken);
}
