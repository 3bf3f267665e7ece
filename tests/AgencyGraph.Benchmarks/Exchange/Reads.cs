namespace AgencyGraph.Benchmarks.Exchange;

/// <summary>What a council's screens ask.</summary>
internal static class Reads
{
    public const string OneChild = """
        query Child($id: ID!) {
          child(by: { id: $id }) {
            id
            identity { givenName surname bornOn }
            incidents(first: 10) { nodes { id kind riskGrade occurredAt recordedAt force { name } } }
            referrals(first: 10, filter: { stages: [CONTACT, INITIAL, SCREENING] }) { nodes { id stage reference recordedAt } }
          }
        }
        """;

    public const string FirstChildren = """
        query Children($first: Int!) {
          children(first: $first) {
            nodes {
              id
              identity { givenName surname bornOn }
              incidents(first: 5) { nodes { id kind occurredAt riskGrade force { name } } }
              referrals(first: 5) { nodes { id stage recordedAt } }
            }
          }
        }
        """;
}
