// The client that most partners use, against a server whose address is in GRAPHQL_URL (ws://…).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { network } from './network.mjs';

const url = process.env.GRAPHQL_URL;
assert.ok(url, 'GRAPHQL_URL is not set');

const patience = { timeout: 20_000 };

function client(t, options = {}) {
  const made = createClient({ url, webSocketImpl: WebSocket, connectionParams: { token: 'good' }, retryAttempts: 0, ...options });
  t.after(() => made.dispose());
  return made;
}

/** Runs an operation to its end: what arrived, and how it ended. */
function run(client, payload) {
  return new Promise((resolve) => {
    const results = [];
    client.subscribe(payload, {
      next: (result) => results.push(result),
      error: (error) => resolve({ results, error }),
      complete: () => resolve({ results, complete: true }),
    });
  });
}

test('a subscription receives its events and the server completes it', patience, async (t) => {
  const { results, complete } = await run(client(t), { query: 'subscription { count }', variables: { to: 3 } });
  assert.ok(complete);
  assert.deepEqual(results.map((result) => result.data.count), [1, 2, 3]);
});

test('the client completes a subscription and the socket serves on', patience, async (t) => {
  const it = client(t);
  const events = it.iterate({ query: 'subscription { never }' });
  assert.equal((await events.next()).value.data.count, 0);
  assert.ok((await events.return()).done);
  const { results } = await run(it, { query: '{ hello }' });
  assert.equal(results[0].data.hello, 'wörld');
});

test('many subscriptions share one socket', patience, async (t) => {
  let sockets = 0;
  const it = client(t, { on: { connected: () => sockets++ } });
  const all = await Promise.all(
    Array.from({ length: 50 }, (_, i) => run(it, { query: 'subscription { count }', variables: { to: i } })),
  );
  assert.deepEqual(all.map(({ results }) => results.length), Array.from({ length: 50 }, (_, i) => i));
  assert.equal(sockets, 1);
});

test('a query over the socket is one result', patience, async (t) => {
  const { results, complete } = await run(client(t), { query: '{ hello }' });
  assert.ok(complete);
  assert.deepEqual(results, [{ data: { hello: 'wörld' } }]);
});

test('a refused operation is an array of errors with codes', patience, async (t) => {
  const it = client(t);
  const subscription = await run(it, { query: 'subscription { wrong }' });
  assert.equal(subscription.error[0].extensions.code, 'CURSOR_INVALID');
  const query = await run(it, { query: '{ wrong }' });
  assert.equal(query.error[0].extensions.code, 'VALIDATION');
});

test('a fault is an error without internals', patience, async (t) => {
  const { results, error } = await run(client(t), { query: 'subscription { fault }' });
  assert.equal(results.length, 1);
  assert.equal(error[0].extensions.code, 'INTERNAL');
  assert.ok(error[0].extensions.requestId);
});

test('a bad sign-in is closed with 4403, and a client with a new token gets in', patience, async (t) => {
  const refused = await run(client(t, { connectionParams: { token: 'bad' } }), { query: '{ hello }' });
  assert.equal(refused.error.code, 4403);
  assert.equal(refused.error.reason, 'Forbidden');

  const tokens = ['bad', 'good'];
  const renewed = await run(
    client(t, { connectionParams: () => ({ token: tokens.shift() }), retryAttempts: 1, retryWait: async () => {} }),
    { query: '{ hello }' },
  );
  assert.ok(renewed.complete);
});

test('a stream that the server ends with 4403 is subscribed to again', patience, async (t) => {
  let sockets = 0;
  const it = client(t, {
    retryAttempts: 5,
    retryWait: async () => {},
    shouldRetry: (event) => event.code === 4403 && sockets < 3,
    on: { connected: () => sockets++ },
  });
  const { error } = await run(it, { query: 'subscription { revoked }' });
  assert.equal(error.code, 4403);
  assert.equal(error.reason, 'Access revoked');
  assert.equal(sockets, 3);
});

test('after the network was cut the client subscribes again', patience, async (t) => {
  const between = await network(t, url);
  const it = client(t, { url: between.url, retryAttempts: 5, retryWait: async () => {} });
  const events = it.iterate({ query: 'subscription { never }' });
  assert.equal((await events.next()).value.data.count, 0);
  between.cut();
  assert.equal((await events.next()).value.data.count, 0);
  await events.return();
});

test('the client and the server ping each other', patience, async (t) => {
  let pongs = 0;
  const it = client(t, { lazy: false, keepAlive: 50, on: { pong: (received) => received && pongs++ } });
  const events = it.iterate({ query: 'subscription { never }' });
  await events.next();
  while (pongs < 2) await new Promise((later) => setTimeout(later, 20));
  await events.return();
});
