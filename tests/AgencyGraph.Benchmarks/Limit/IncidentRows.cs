using System.Globalization;
using AgencyGraph.Benchmarks.Region;
using Microsoft.Data.Sqlite;

namespace AgencyGraph.Benchmarks.Limit;

/// <summary>The prepared inserts of one incident about a child who was not known.</summary>
internal sealed class IncidentRows(SqliteConnection connection) : IDisposable
{
    private static readonly byte[] Hash = new byte[32];

    private readonly TableInsert child = new(connection, "children", "id", "recorded_at");
    private readonly TableInsert key = new(connection, "identity_keys", "nhs_number", "born_on", "lane", "child_id");
    private readonly TableInsert record = new(
        connection, "child_records", "id", "child_id", "agency_code", "council_code", "is_shared", "version", "given_name", "surname", "born_on", "sex",
        "nhs_number", "recorded_at", "usual_lines", "usual_postcode");
    private readonly TableInsert tie = new(connection, "relationships", "id", "child_id", "kind", "holder", "held_from");
    private readonly TableInsert incident = new(
        connection, "incidents", "id", "force_code", "reference", "version", "revision", "council_code", "incident_kind", "risk_grade", "factors",
        "occurred_at", "reported_at", "recorded_at", "shared_at", "ingest_mode", "received_at", "sharing", "narrative");
    private readonly TableInsert involvement = new(connection, "child_involvements", "id", "incident_id", "child_id", "record_id", "role", "ordinal");
    private readonly TableInsert delivery = new(connection, "deliveries", "id", "incident_id", "version", "from_code", "to_code", "shared_at");
    private readonly TableInsert feed = new(
        connection, "feed_entries", "position", "event_id", "kind", "record_kind", "record_id", "record_version", "originator", "council", "is_shared",
        "children", "occurred_at", "recorded_at");
    private readonly TableInsert idempotency = new(connection, "IdempotencyRecords", "agency_code", "key", "operation", "body_hash", "record_id", "outcome", "at");

    public void Add(long number)
    {
        const string Force = "greater-manchester";
        const string Council = "BUR";
        const string Born = "2015-06-01";
        var at = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        // As in the exchange: a child's id, which must not tell its time, and a client's key lie anywhere in their indexes.
        var (childId, recordId, incidentId) = (DrawnId(), NewId(), NewId());
        var nhs = number.ToString(CultureInfo.InvariantCulture);
        child.Add(childId, at);
        key.Add(nhs, Born, 0, childId);
        record.Add(recordId, childId, Force, Council, 1, 1, "Finn", "Jones", Born, "M", nhs, at, "14 King Street", "M14 4AF");
        tie.Add(NewId(), childId, "ORIGINATING_FORCE", Force, at);
        tie.Add(NewId(), childId, "HUB_AREA", Council, at);
        incident.Add(
            incidentId, Force, nhs, 1, 1, Council, "DOMESTIC_ABUSE", "HIGH", "", at, at, at, at, "LIVE", at, "SHARED",
            "Neighbours heard shouting; two officers attended; children upstairs.");
        involvement.Add(NewId(), incidentId, childId, recordId, "PRESENT", 0);
        delivery.Add(NewId(), incidentId, 1, Force, Council, at);
        feed.Add(number, NewId(), "INCIDENT_RECORDED", "INCIDENT", incidentId, 1, Force, Council, 1, childId, at, at);
        idempotency.Add(Force, DrawnId(), "recordIncident", Hash, incidentId, "RECORDED", at);
    }

    public void Dispose()
    {
        foreach (var insert in new[] { child, key, record, tie, incident, involvement, delivery, feed, idempotency })
            insert.Dispose();
    }

    private static byte[] DrawnId() => Guid.NewGuid().ToByteArray(bigEndian: true);

    private static byte[] NewId() => Guid.CreateVersion7().ToByteArray(bigEndian: true);
}
