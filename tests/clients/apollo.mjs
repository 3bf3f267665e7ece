// @apollo/client with graphql-ws, against the running exchange.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ApolloClient, ApolloLink, CombinedGraphQLErrors, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { GraphQLWsLink } from '@apollo/client/link/subscriptions';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { force, http, hub, incident, listing, recording, recordUntil, socket, watching } from './exchange.mjs';
import { network } from './network.mjs';

const patience = { timeout: 60_000 };

function client(t, caller, url = socket, options = {}) {
  const sockets = createClient({
    url, webSocketImpl: WebSocket, connectionParams: caller.connectionParams, retryAttempts: 20,
    retryWait: () => new Promise((later) => setTimeout(later, 100)),
  });
  const made = new ApolloClient({
    cache: new InMemoryCache(),
    link: ApolloLink.split(
      ({ operationType }) => operationType === 'subscription',
      new GraphQLWsLink(sockets),
      new HttpLink({ uri: http, headers: caller.headers, ...options }),
    ),
  });
  t.after(() => (made.stop(), sockets.dispose()));
  return made;
}

for (const useGETForQueries of [false, true]) {
  test(`what a mutation recorded a query by ${useGETForQueries ? 'GET' : 'POST'} finds`, patience, async (t) => {
    const input = incident();
    const recorded = await client(t, force).mutate({ mutation: gql(recording), variables: { input } });
    assert.equal(recorded.data.recordIncident.outcome, 'RECORDED');
    const { data } = await client(t, hub, socket, { useGETForQueries }).query({ query: gql(listing), variables: { first: 5 } });
    assert.ok(data.incidents.nodes.some((node) => node.reference === input.reference));
  });
}

test('a wrong query is an error with its code', patience, async (t) => {
  await assert.rejects(client(t, hub).query({ query: gql('{ nowhere }') }), (error) => {
    assert.ok(CombinedGraphQLErrors.is(error), String(error));
    return error.errors[0].extensions.code === 'VALIDATION_FAILED';
  });
});

test('a subscription hears updates, and again after its socket was cut', patience, async (t) => {
  const between = await network(t, socket);
  let heard;
  let before = [];
  const watcher = client(t, hub, between.url).subscribe({ query: gql(watching) }).subscribe((result) => {
    assert.equal(result.data?.updates.__typename, 'IncidentRecorded', String(result.error));
    if (!before.includes(result.data.updates.incident.reference)) heard();
  });
  before = await recordUntil(new Promise((resolve) => (heard = resolve)));
  between.cut();
  await recordUntil(new Promise((resolve) => (heard = resolve)));
  watcher.unsubscribe();
});
