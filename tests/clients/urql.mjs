// @urql/core with graphql-ws, against the running exchange.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Client, fetchExchange, subscriptionExchange } from '@urql/core';
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
  t.after(() => sockets.dispose());
  return new Client({
    url: http,
    fetchOptions: { headers: caller.headers },
    exchanges: [fetchExchange, subscriptionExchange({
      forwardSubscription: (request) => ({
        subscribe: (sink) => ({ unsubscribe: sockets.subscribe({ ...request, query: request.query ?? '' }, sink) }),
      }),
    })],
    ...options,
  });
}

for (const preferGetMethod of [false, true]) {
  test(`what a mutation recorded a query by ${preferGetMethod ? 'GET' : 'POST'} finds`, patience, async (t) => {
    const input = incident();
    const recorded = await client(t, force).mutation(recording, { input }).toPromise();
    assert.equal(recorded.data?.recordIncident.outcome, 'RECORDED', String(recorded.error));
    const { data, error } = await client(t, hub, socket, { preferGetMethod }).query(listing, { first: 5 }).toPromise();
    assert.ok(data?.incidents.nodes.some((node) => node.reference === input.reference), String(error));
  });
}

test('a wrong query is an error with its code', patience, async (t) => {
  const { error } = await client(t, hub).query('{ nowhere }', {}).toPromise();
  assert.equal(error.graphQLErrors[0].extensions.code, 'VALIDATION_FAILED');
});

test('a subscription hears updates, and again after its socket was cut', patience, async (t) => {
  const between = await network(t, socket);
  let heard;
  let before = [];
  const { unsubscribe } = client(t, hub, between.url).subscription(watching, {}).subscribe((result) => {
    assert.equal(result.data?.updates.__typename, 'IncidentRecorded', String(result.error));
    if (!before.includes(result.data.updates.incident.reference)) heard();
  });
  before = await recordUntil(new Promise((resolve) => (heard = resolve)));
  between.cut();
  await recordUntil(new Promise((resolve) => (heard = resolve)));
  unsubscribe();
});
