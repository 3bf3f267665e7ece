namespace AgencyGraph.Commands.Demo;

/// <summary>What may be pasted into a shell to try the demonstration out.</summary>
internal static class Examples
{
    public static string Query(Uri address) => $$$"""
        curl -s {{{address}}}graphql -H "Authorization: Bearer $HUB_PRACTITIONER" -H 'X-Purpose: SAFEGUARDING' -H 'Content-Type: application/json' \
          -d '{"query":"{ incidents(first: 3) { edges { node { reference kind riskGrade occurredAt sharedAt children { role child { id } } } } } }"}'
        """;

    public static string Deadlines(Uri address) => $$$"""
        curl -s {{{address}}}graphql -H "Authorization: Bearer $HUB_PRACTITIONER" -H 'X-Purpose: SAFEGUARDING' -H 'Content-Type: application/json' \
          -d '{"query":"{ deadlines(first: 5, filter: { isRunning: true }) { totalCount nodes { clock { what limit unit source } dueAt state referral { stage } } } }"}'
        """;

    // The packages go into a folder of their own; ws, because not every Node.js has a WebSocket.
    public static string Subscription(string socket) => $$$"""
        (cd "$(mktemp -d)" && npm install --silent --no-fund graphql@16 graphql-ws@6 ws@8 && TOKEN="$HUB_PRACTITIONER" node --input-type=module -e '
          import { createClient } from "graphql-ws";
          import WebSocket from "ws";
          const client = createClient({ url: "{{{socket}}}", webSocketImpl: WebSocket,
            connectionParams: { Authorization: `Bearer ${process.env.TOKEN}`, purpose: "SAFEGUARDING" } });
          const query = `subscription { updates { __typename sequence recordedAt
            ... on IncidentRecorded { incident { reference kind riskGrade } } ... on ReferralMade { referral { id } } } }`;
          for await (const update of client.iterate({ query })) console.log(JSON.stringify(update.data ?? update.errors));
        ')
        """;
}
