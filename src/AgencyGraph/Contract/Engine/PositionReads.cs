using AgencyGraph.Contract.Declarations;
using AgencyGraph.Feed;
using AgencyGraph.Visibility;
using GraphQL;

namespace AgencyGraph.Contract.Engine;

/// <summary>Reads where the feed stands, in the snapshot of the query's other fields.</summary>
internal sealed class PositionReads(GraphModel model, IServiceProvider services)
{
    public const string Unacknowledged = "unacknowledged";

    public async Task<object?> ReadAsync(IResolveFieldContext context)
    {
        var operation = Gate.Enter(context, Permission.FollowUpdates);
        var head = await operation.Records.FeedHeadAsync(context.CancellationToken);
        var narrowed = NarrowedFeed.By(Given, model);
        var after = Given(Unacknowledged) is true
            ? await operation.Records.UnacknowledgedAfterAsync(services.GetServices<IFeedHold>(), context.CancellationToken)
            : null;
        // Not before it is asked for: the contract is printed where there is no feed.
        return services.GetRequiredService<UpdateStreams>().PositionAt(head, after ?? head.Head, operation.Caller, narrowed.Kinds, narrowed.Children).Value;

        object? Given(string name) => context.Arguments?.TryGetValue(name, out var given) is true ? given.Value : null;
    }
}
