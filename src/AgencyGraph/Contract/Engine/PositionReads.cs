using AgencyGraph.Contract.Declarations;
using AgencyGraph.Feed;
using AgencyGraph.Visibility;
using GraphQL;

namespace AgencyGraph.Contract.Engine;

/// <summary>Reads where the feed stands, in the snapshot of the query's other fields.</summary>
internal sealed class PositionReads(GraphModel model, IServiceProvider services)
{
    public async Task<object?> ReadAsync(IResolveFieldContext context)
    {
        var operation = Gate.Enter(context, Permission.FollowUpdates);
        var head = await operation.Records.FeedHeadAsync(context.CancellationToken);
        var narrowed = NarrowedFeed.By(name => context.Arguments?.TryGetValue(name, out var given) is true ? given.Value : null, model);
        // Not before it is asked for: the contract is printed where there is no feed.
        return services.GetRequiredService<UpdateStreams>().PositionAt(head, operation.Caller, narrowed.Kinds, narrowed.Children).Value;
    }
}
