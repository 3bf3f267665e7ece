using AgencyGraph.Storage;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace AgencyGraph.Feed;

/// <summary>
/// PostgreSQL moves the head and adds the entries in one statement: other writers wait for the head, so that nothing but the commit
/// may come between its being taken and given back.
/// </summary>
internal static class HeadAndEntries
{
    private const string Append = """
        WITH moved AS (UPDATE feed_head SET head = head + cardinality(@event_id), policy_epoch = policy_epoch + @raise WHERE id = 1 RETURNING head)
        INSERT INTO feed_entries (position, event_id, kind, record_kind, record_id, record_version, originator, council, is_shared,
            children, occurred_at, change, recorded_at)
        SELECT moved.head - cardinality(@event_id) + entry.place, event_id, kind, record_kind, record_id, record_version, originator,
            council, is_shared, children, occurred_at, change, @recorded_at
        FROM moved CROSS JOIN unnest(@event_id, @kind, @record_kind, @record_id, @record_version, @originator, @council, @is_shared,
            @children, @occurred_at, @change) WITH ORDINALITY
            AS entry (event_id, kind, record_kind, record_id, record_version, originator, council, is_shared, children, occurred_at, change, place)
        """;

    /// <returns>False when there is no head yet.</returns>
    public static async Task<bool> TryAppendAsync(
        AgencyDb db, IReadOnlyList<FeedDraft> drafts, int raise, DateTime recordedAt, CancellationToken cancellationToken)
        => await db.Database.ExecuteSqlRawAsync(Append, Columns(drafts, raise, recordedAt), cancellationToken) == drafts.Count;

    private static NpgsqlParameter[] Columns(IReadOnlyList<FeedDraft> drafts, int raise, DateTime recordedAt) =>
    [
        Column("event_id", drafts, _ => Guid.CreateVersion7()),
        Column("kind", drafts, draft => EnumNames.NameOf(draft.Kind)),
        Column("record_kind", drafts, draft => EnumNames.NameOf(draft.RecordKind)),
        Column("record_id", drafts, draft => draft.RecordId),
        Column("record_version", drafts, draft => draft.RecordVersion),
        Column("originator", drafts, draft => draft.Originator.Value),
        Column("council", drafts, draft => draft.Council?.Value),
        Column("is_shared", drafts, draft => draft.IsShared),
        Column("children", drafts, draft => ChildrenAsBytes.Write(draft.Children)),
        Column("occurred_at", drafts, draft => draft.OccurredAt),
        Column("change", drafts, draft => draft.Change is { } change ? SightChangeAsText.Write(change) : null),
        new NpgsqlParameter<int>("raise", raise),
        new NpgsqlParameter<DateTime>("recorded_at", recordedAt),
    ];

    private static NpgsqlParameter<T[]> Column<T>(string name, IReadOnlyList<FeedDraft> drafts, Func<FeedDraft, T> value)
        => new(name, [.. drafts.Select(value)]);
}
