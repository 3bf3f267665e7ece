using AgencyGraph.Visibility;

namespace AgencyGraph.Suspensions;

/// <summary>
/// Whether a suspension concerns a bearer: one indexed statement of the database itself, for each operation. Nothing of it is kept in
/// memory, so that whichever node commits a suspension, no node answers the next request.
/// </summary>
internal interface ILiveSuspensions
{
    /// <summary>The parameter of the client is empty, as no name is, where the token names none.</summary>
    const string Sql = $"""
        SELECT 1 FROM {Suspension.Table}
        WHERE (holder = 'AGENCY' AND name = @agency)
            OR (holder = 'SUBJECT' AND name = @subject)
            OR (holder = 'CLIENT' AND name = @client)
        LIMIT 1
        """;

    ValueTask<bool> ConcernAsync(Bearer bearer, CancellationToken cancellationToken);
}
