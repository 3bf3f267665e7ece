// The client of GraphQL over server-sent events, against a server whose address is in GRAPHQL_STREAM_URL (http://…).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createClient } from 'graphql-sse';
import { network } from './network.mjs';

const url = process.env.GRAPHQL_STREAM_URL;
assert.ok(url, 'GRAPHQL_STREAM_URL is not set');

const patience = { timeout: 20_000 };

function client(t, options = {}) {
  const made = createClient({ url, headers: { authorization: 'good' }, retryAttempts: 0, retry: async () => {}, ...options });
  t.after(() => made.dispose());
  return made;
}

/** Runs an operation to its end: what arrived, and how it ended. */
function run(client, request) {
  return new Promise((resolve) => {
    const results = [];
    client.subscribe(request, {
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

for (const query of ['{ hello }', 'mutation { hello }']) {
  test(`${query} is one result`, patience, async (t) => {
    assert.deepEqual(await run(client(t), { query }), { results: [{ data: { hello: 'wörld' } }], complete: true });
  });
}

test('a refused operation is a result with errors', patience, async (t) => {
  for (const [query, code] of [['{ wrong }', 'VALIDATION'], ['subscription { wrong }', 'CURSOR_INVALID']]) {
    const { results, complete } = await run(client(t), { query });
    assert.ok(complete);
    assert.deepEqual(results.map((result) => result.errors[0].extensions.code), [code]);
  }
});

test('a fault ends the stream with an error without internals', patience, async (t) => {
  const { results, complete } = await run(client(t), { query: 'subscription { fault }' });
  assert.ok(complete);
  assert.equal(results.length, 2);
  assert.equal(results[1].errors[0].extensions.code, 'INTERNAL');
});

test('a refused sign-in is a status, and a client with a new token gets in', patience, async (t) => {
  const refused = await run(client(t, { headers: { authorization: 'bad' } }), { query: '{ hello }' });
  assert.equal(refused.error.response.status, 401);

  const tokens = ['bad', 'good'];
  const renewed = await run(client(t, { headers: () => ({ authorization: tokens.shift() }), retryAttempts: 1 }), { query: '{ hello }' });
  assert.ok(renewed.complete);
});

test('the client leaves, and the next one is served', patience, async (t) => {
  const it = client(t);
  const events = it.iterate({ query: 'subscription { never }' });
  assert.equal((await events.next()).value.data.count, 0);
  assert.ok((await events.return()).done);
  assert.ok((await run(it, { query: '{ hello }' })).complete);
});

test('a stream that the server breaks off is asked for again', patience, async (t) => {
  let connections = 0;
  const it = client(t, { retryAttempts: 2, on: { connected: () => connections++ } });
  const events = it.iterate({ query: 'subscription { revoked }' });
  for (let i = 0; i < 3; i++) assert.equal((await events.next()).value.data.count, 1);
  await events.return();
  assert.ok(connections >= 3);
});

test('after the network was cut the client asks again', patience, async (t) => {
  const between = await network(t, url);
  const events = client(t, { url: between.url, retryAttempts: 5 }).iterate({ query: 'subscription { never }' });
  assert.equal((await events.next()).value.data.count, 0);
  between.cut();
  assert.equal((await events.next()).value.data.count, 0);
  await events.return();
});
