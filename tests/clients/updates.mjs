// A partner's life with the running exchange, over a socket.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { hub, record, recordUntil, socket, watching } from './exchange.mjs';
import { network } from './network.mjs';

/** Updates as they arrive; what is awaited fails with the stream. */
function watch(t, url, after) {
  const client = createClient({
    url, webSocketImpl: WebSocket, retryAttempts: 0, connectionParams: hub.connectionParams,
  });
  t.after(() => client.dispose());
  return client.iterate({ query: watching, variables: { after } });
}

async function next(updates) {
  const { value } = await updates.next();
  assert.ok(value?.data?.updates, JSON.stringify(value));
  return value.data.updates;
}

/** The stream is open once something that is recorded arrives on it. */
async function openedBy(updates) {
  const first = next(updates);
  const references = await recordUntil(first);
  let update = await first;
  for (const reference of references.slice(references.indexOf(update.incident.reference) + 1)) {
    update = await next(updates);
    assert.equal(update.incident.reference, reference);
  }
  return update;
}

test('what a force records over HTTP arrives on a hub’s screen', { timeout: 60_000 }, async (t) => {
  const updates = watch(t, socket);
  const opened = await openedBy(updates);

  const reference = await record();
  const update = await next(updates);

  assert.equal(update.__typename, 'IncidentRecorded');
  assert.deepEqual([update.incident.reference, update.incident.kind], [reference, 'DOMESTIC_ABUSE']);
  assert.equal(update.sequence, opened.sequence + 1);
  await updates.return();
});

test('after a cut a hub resumes from its cursor and misses nothing', { timeout: 60_000 }, async (t) => {
  const between = await network(t, socket);
  const updates = watch(t, between.url);
  const { cursor } = await openedBy(updates);

  between.cut();
  await assert.rejects(async () => {
    for await (const _ of updates);
  });
  const missed = [await record(), await record(), await record()];
  const resumed = watch(t, socket, cursor);
  const heard = [];
  for (let i = 0; i < missed.length; i++) heard.push(await next(resumed));
  const live = await record();
  heard.push(await next(resumed));

  assert.deepEqual(heard.map((update) => update.incident.reference), [...missed, live]);
  assert.equal(new Set(heard.map((update) => update.id)).size, heard.length);
  await resumed.return();
});
