namespace AgencyGraph.Contract;

/// <summary>What a transport needs of the engine. One instance serves every connection at once.</summary>
public interface IGraphService
{
    /// <summary>What kind of operation would run. When that is unknown, <see cref="ExecuteAsync"/> says why.</summary>
    RequestKind KindOf(GraphRequest request);

    /// <summary>Runs a query or a mutation to its end.</summary>
    Task<GraphAnswer> ExecuteAsync(GraphRequest request, Session session, CancellationToken cancellationToken);

    /// <summary>Opens a subscription, or says why not.</summary>
    /// <param name="cancellationToken">Cancelled when the client, the connection or the server ends the subscription.</param>
    Task<StreamAnswer> SubscribeAsync(GraphRequest request, Session session, CancellationToken cancellationToken);
}
