using AgencyGraph.Contract.Engine.Planning;
using AgencyGraph.Contract.Reading;
using AgencyGraph.Feed;
using AgencyGraph.Visibility;
using GraphQL;

namespace AgencyGraph.Contract.Engine;

/// <summary>
/// What equal streams hold in common, whoever of the same agency, role and purpose listens and from wherever: the subscription as validated.
/// It renders entries for them, by a plan, or where plans decline by the engine.
/// </summary>
internal sealed class SharedSubscription(
    PlannedUpdates plans, PlannedSubscription subscription, GraphRunner runner, SlotMarkers markers, string query, string? operationName, Inputs variables)
    : IUpdateRenderer
{
    private StreamFilter? filter;
    private UpdateTemplate? bookmark;

    public IReadOnlyList<UpdateKind>? Kinds { get; init; }

    public IReadOnlyList<ChildId>? Children { get; init; }

    /// <summary>The position that the document or the default of its variable gives; null where there is none.</summary>
    public string? After { get; init; }

    /// <param name="after">Null for the one that the subscription itself gives.</param>
    public StreamRequest RequestOf(Caller caller, string? after) => new()
    {
        Caller = caller,
        AudienceKey = subscription.Audience,
        Kinds = Kinds,
        Children = Children,
        Filter = filter ??= new StreamFilter(Kinds, Children),
        After = after ?? After,
        Renderer = this,
    };

    public async ValueTask<UpdateTemplate?> RenderAsync(FeedEntry entry, Caller viewer, CancellationToken cancellationToken)
    {
        var (isDone, payload) = await plans.TryRenderAsync(subscription, entry, viewer, cancellationToken);
        if (!isDone)
            payload = await runner.RenderAsync(query, operationName, variables, viewer, entry, cancellationToken);
        return payload is { } json ? UpdateTemplate.Parse(json.Span, markers) : null;
    }

    public async ValueTask<UpdateTemplate> RenderBookmarkAsync(CancellationToken cancellationToken)
        => bookmark ??= UpdateTemplate.Parse((await runner.RenderBookmarkAsync(query, operationName, variables, cancellationToken)).Span, markers);

    public BookmarkWords WordsOf(Guid bookmarkId, DateTime at) => new(NodeId.Encode(SubscriptionTypes.EventTag, bookmarkId), InstantScalar.Write(at));

    public Exception Ending(StreamEnd end) => StreamWords.Of(end);

    public bool IsFinal(Exception exception) => exception is ReadRefusedException;
}
