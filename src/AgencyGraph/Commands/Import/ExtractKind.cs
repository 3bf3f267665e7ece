namespace AgencyGraph.Commands.Import;

/// <summary>What an extract holds: which lines, and the mutation that takes them.</summary>
/// <param name="Name">As the command line names it.</param>
/// <param name="Words">The records, for who reads.</param>
/// <param name="Mutation">The field that takes a backlog of them.</param>
/// <param name="Document">The mutation, as it is registered. The records are not read back: reading would be a disclosure.</param>
/// <param name="KeyedAs">Begins the text from which a line's idempotency key is made: two kinds of record may bear the same reference.</param>
internal sealed record ExtractKind(string Name, string Words, Shape Shape, string Mutation, string Document, string KeyedAs)
{
    public static ExtractKind Incidents { get; } = new("incidents", "incidents", Shape.Incident, "recordIncidents", """
        mutation ImportIncidents($input: RecordIncidentsInput!) {
          recordIncidents(input: $input) {
            results { index outcome errors { code message path } }
          }
        }
        """, "agencygraph-import");

    public static ExtractKind Missing { get; } = new("missing", "missing children", Shape.Episode, "reportMissingBacklog", """
        mutation ImportMissing($input: ReportMissingBacklogInput!) {
          reportMissingBacklog(input: $input) {
            results { index outcome errors { code message path } }
          }
        }
        """, "agencygraph-import-missing");

    public static IReadOnlyList<ExtractKind> All { get; } = [Incidents, Missing];
}
