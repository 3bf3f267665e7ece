using AgencyGraph.Contract.Disclosure;
using AgencyGraph.Contract.Engine.Planning;
using AgencyGraph.Contract.Reading;
using AgencyGraph.Feed;
using AgencyGraph.Ledger;
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
    private readonly ReadOnlyMemory<byte> document = Documents.HashOf(query);
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
        var shown = new ShownRecords();
        var (isDone, payload) = await plans.TryRenderAsync(subscription, entry, viewer, shown, cancellationToken);
        if (!isDone)
            payload = await runner.RenderAsync(query, operationName, variables, viewer, entry, shown, cancellationToken);
        if (payload is not { } json)
            return null;
        // That it happened is told even where nothing is selected of the record; but of an erased child the ledger's key is destroyed, and must not be
        // made anew by who is told of it.
        var isForgotten = entry is { Kind: UpdateKind.RecordErased, RecordKind: RecordKind.Child };
        if (!isForgotten && !shown.Records.Any(record => record.Id == entry.RecordId))
            shown.Add(new ShownRecord(entry.RecordKind, entry.RecordId, entry.RecordVersion), counts: false);
        return UpdateTemplate.Parse(json.Span, markers, Disclosures.ContentsOf(shown, document, operationName));
    }

    public async ValueTask<UpdateTemplate> RenderBookmarkAsync(CancellationToken cancellationToken)
        => bookmark ??= UpdateTemplate.Parse((await runner.RenderBookmarkAsync(query, operationName, variables, cancellationToken)).Span, markers, contents: null);

    public BookmarkWords WordsOf(Guid bookmarkId, DateTime at) => new(NodeId.Encode(SubscriptionTypes.EventTag, bookmarkId), InstantScalar.Write(at));

    public Exception Ending(StreamEnd end) => StreamWords.Of(end);

    public bool IsFinal(Exception exception) => exception is ReadRefusedException;
}
