using AgencyGraph.Benchmarks.Data;

namespace AgencyGraph.Benchmarks.Exchange;

/// <summary>Those who follow: in each of ten councils ten hub practitioners, four case systems and six social workers.</summary>
internal static class Audience
{
    private const int HubPractitioners = 10;
    private const int CaseSystems = 4;

    private const string Document = """
        subscription Follow {
          updates {
            id sequence cursor previousCursor occurredAt recordedAt
            ... on IncidentRecorded {
              incident {
                id version reference kind riskGrade occurredAt recordedAt sharedAt
                force { code name } council { code name }
                children { role record { givenName surname bornOn } }
              }
            }
          }
        }
        """;

    public static async Task<IReadOnlyList<Subscriber>> OpenAsync(Uri address, Tokens tokens, int count)
    {
        var subscribers = new List<Subscriber>();
        foreach (var council in GreaterManchester.Councils)
        {
            for (var i = 0; i < HubPractitioners; i++)
                await OpenOneAsync("hub-practitioner", $"practitioner-{i}", null);
            for (var i = 0; i < CaseSystems; i++)
                await OpenOneAsync("council-system", $"system-{i}", null);
            for (var i = 0; i < Families.WorkersInCouncil; i++)
                await OpenOneAsync("social-worker", Families.Worker(i), Families.Worker(i));

            async Task OpenOneAsync(string role, string subject, string? worker)
            {
                var subscriber = new Subscriber(council, worker);
                await subscriber.OpenAsync(address, tokens.Of(role, council, subject), Document);
                subscribers.Add(subscriber);
            }
        }

        return subscribers.Count == count ? subscribers : throw new InvalidOperationException($"{subscribers.Count} subscriptions are not {count}.");
    }
}
