using AgencyGraph.Benchmarks.Data;
using Microsoft.Data.Sqlite;

namespace AgencyGraph.Benchmarks.Region;

/// <summary>
/// Three forces and their eighteen councils, of very different sizes; most children with one incident, a few with dozens. Written
/// straight into the tables of a database that the server has made.
/// </summary>
internal sealed class InventedRegion(SqliteConnection connection, RegionSize size)
{
    private static readonly string[] Kinds = ["DOMESTIC_ABUSE", "DOMESTIC_ABUSE", "MISSING_CHILD", "CHILD_CONCERN", "NEGLECT", "PHYSICAL_ABUSE"];
    private static readonly string[] Grades = ["STANDARD", "STANDARD", "MEDIUM", "MEDIUM", "HIGH"];
    private static readonly string[] Stages = ["CONTACT", "INITIAL", "SCREENING", "DECIDED", "DECIDED", "DECIDED", "DECIDED"];
    private static readonly string[] Needs = ["ABUSE_OR_NEGLECT", "FAMILY_DYSFUNCTION", "FAMILY_IN_ACUTE_STRESS"];
    private static readonly DateTime Begin = new(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly Random chance = new(RegionSize.Seed);
    private readonly List<(byte[] Id, byte[] PoliceRecord, int Council)> children = [];
    private readonly List<(string Council, string Force)> councils = [];

    public void Write()
    {
        ReadCouncils();
        using var transaction = connection.BeginTransaction();
        WriteChildren();
        var incidents = WriteIncidents();
        WriteReferrals(incidents);
        transaction.Commit();
    }

    private void ReadCouncils()
    {
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT code, force_code FROM agencies WHERE kind = 'COUNCIL' AND force_code IN ('greater-manchester', 'merseyside', 'lancashire') ORDER BY code
            """;
        using var reader = command.ExecuteReader();
        while (reader.Read())
            councils.Add((reader.GetString(0), reader.GetString(1)));
    }

    private void WriteChildren()
    {
        using var child = new TableInsert(connection, "children", "id", "recorded_at", "responsible_council_code");
        using var record = new TableInsert(
            connection, "child_records", "id", "child_id", "agency_code", "council_code", "is_shared", "version", "local_reference", "given_name", "surname",
            "born_on", "sex", "nhs_number", "recorded_at", "usual_lines", "usual_postcode");
        using var tie = new TableInsert(connection, "relationships", "id", "child_id", "kind", "holder", "held_from");
        for (var number = 0; number < size.Children; number++)
        {
            var person = InventedPerson.Child(chance, number);
            var at = At(number, size.Children);
            var (id, police, place) = (IdAt(at), IdAt(at), SomeCouncil());
            var (council, force) = councils[place];
            var isTheirs = chance.Next(10) < 7;
            child.Add(id, at, isTheirs ? council : null);
            AddRecord(police, force, null, at);
            tie.Add(IdAt(at), id, "ORIGINATING_FORCE", force, at);
            tie.Add(IdAt(at), id, "HUB_AREA", council, at);
            if (isTheirs)
            {
                AddRecord(IdAt(at), council, $"LCS-{number}", at + 1);
                tie.Add(IdAt(at), id, "RESPONSIBLE_COUNCIL", council, at);
                if (chance.Next(8) == 0)
                    tie.Add(IdAt(at), id, "ALLOCATED_WORKER", $"{council}/worker-{chance.Next(20)}", at);
            }

            children.Add((id, police, place));

            void AddRecord(byte[] key, string agency, string? reference, long recordedAt) => record.Add(
                key, id, agency, council, 1, 1, reference, person.Given, person.Surname, person.BornOnText, person.Sex,
                person.Nhs, recordedAt, person.Street, person.Postcode);
        }
    }

    private List<(byte[] Id, int Child)> WriteIncidents()
    {
        using var incident = new TableInsert(
            connection, "incidents", "id", "force_code", "reference", "version", "revision", "council_code", "incident_kind", "risk_grade", "factors",
            "occurred_at", "reported_at", "recorded_at", "risk_assessed_at", "shared_at", "ingest_mode", "received_at", "sharing", "narrative");
        using var involvement = new TableInsert(connection, "child_involvements", "id", "incident_id", "child_id", "record_id", "role", "voice", "ordinal");
        using var delivery = new TableInsert(connection, "deliveries", "id", "incident_id", "version", "from_code", "to_code", "shared_at", "delivered_at");
        var all = new List<(byte[], int)>(size.Incidents);
        for (var number = 0; number < size.Incidents; number++)
        {
            var at = At(number, size.Incidents);
            var (id, about) = (IdAt(at), SomeChild());
            var (council, force) = councils[children[about].Council];
            var isShared = chance.Next(12) != 0;
            incident.Add(
                id, force, $"REF/{number}", 1, 1, council, Some(Kinds), Some(Grades), "3A", at - 600_000, at - 300_000, at, at + 900_000,
                isShared ? at + 60_000 : null, "BACKFILL", at + 60_000, isShared ? "SHARED" : "WITHHELD", Narrative(number));
            Involve(about, 0);
            if (chance.Next(3) == 0 && Sibling(about) is { } sibling)
                Involve(sibling, 1);
            if (isShared)
                delivery.Add(IdAt(at), id, 1, force, council, at + 60_000, at + 61_000);
            all.Add((id, about));

            void Involve(int child, int ordinal) => involvement.Add(
                IdAt(at), id, children[child].Id, children[child].PoliceRecord, "PRESENT", chance.Next(6) == 0 ? "“I want to stay at Nan’s.”" : null, ordinal);
        }

        return all;
    }

    private void WriteReferrals(List<(byte[] Id, int Child)> incidents)
    {
        using var referral = new TableInsert(
            connection, "referrals", "id", "version", "reference", "from_code", "to_code", "source", "primary_need", "reason", "recorded_at", "received_at", "stage");
        using var referredChild = new TableInsert(connection, "referred_children", "referral_id", "child_id");
        using var referredIncident = new TableInsert(connection, "referred_incidents", "referral_id", "incident_id");
        for (var number = 0; number < size.Referrals; number++)
        {
            var at = At(number, size.Referrals);
            var (id, source) = (IdAt(at), incidents[chance.Next(incidents.Count)]);
            var (council, force) = councils[children[source.Child].Council];
            var isElsewhere = chance.Next(20) == 0;
            referral.Add(
                id, 1, $"R-{number}", force, isElsewhere ? councils[SomeCouncil()].Council : council, "POLICE", Some(Needs), "Seen by officers; see the incident.",
                at, at + 1, Some(Stages));
            referredChild.Add(id, children[source.Child].Id);
            referredIncident.Add(id, source.Id);
        }
    }

    /// <summary>The smaller the number the larger the council.</summary>
    private int SomeCouncil() => (int)(councils.Count * Math.Pow(chance.NextDouble(), 1.6));

    /// <summary>Most incidents are about few children: the tail has dozens.</summary>
    private int SomeChild() => (int)(((int)(size.Children * Math.Pow(chance.NextDouble(), 1.4)) * 7_919L) % size.Children);

    private int? Sibling(int child) => child + 1 < children.Count && children[child + 1].Council == children[child].Council ? child + 1 : null;

    private string Some(string[] of) => of[chance.Next(of.Length)];

    private byte[] IdAt(long milliseconds)
    {
        var id = Guid.CreateVersion7(DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)).ToByteArray(bigEndian: true);
        chance.NextBytes(id.AsSpan(9)); // The same database from the same seed.
        id[6] &= 0x70;
        id[7] = (byte)chance.Next(256);
        id[8] = (byte)(0x80 | chance.Next(64));
        return id;
    }

    private static long At(int number, int of) => new DateTimeOffset(Begin).ToUnixTimeMilliseconds() + (number * (680L * 86_400_000 / of));

    private static string Narrative(int number)
        => $"Neighbours heard shouting; two officers attended (log {number}). Children upstairs, awake. Mother spoken to alone; injuries seen to the left arm; "
            + "father had left before officers came. School to be told. Home conditions poor; no food seen in the kitchen.";
}
