// Disconnects by chance, with the real clients: what is received is what was written, in its order. EVENTS, CUTS and SEED set how much.
import assert from 'node:assert/strict';
import { randomInt } from 'node:crypto';
import { test } from 'node:test';
import { createClient as createSseClient } from 'graphql-sse';
import { createClient as createWsClient } from 'graphql-ws';
import WebSocket from 'ws';
import { hub, recordMany, recordUntil, socket, stream, watching } from './exchange.mjs';
import { network } from './network.mjs';

const events = Number(process.env.EVENTS || 2_000);
const cuts = Number(process.env.CUTS || 100);
const seed = Number(process.env.SEED || randomInt(2 ** 31));
const batch = 50;
const storm = { timeout: 60_000 + events * 60 };

/** Mulberry32: the same numbers for the same seed. */
function chance(state) {
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const soon = () => new Promise((later) => setTimeout(later, 5));

/** Each update as it comes, from whichever connection; the next one is asked for after the last update. */
async function* bySocket(t, url) {
  const client = createWsClient({ url, webSocketImpl: WebSocket, retryAttempts: 0, connectionParams: hub.connectionParams });
  t.after(() => client.dispose());
  for (let after; ; await soon()) {
    try {
      for await (const { data } of client.iterate({ query: watching, variables: { after } })) {
        yield data.updates;
        after = data.updates.cursor;
      }
    } catch (failure) {
      assert.ok(!Array.isArray(failure), JSON.stringify(failure));
    }
  }
}

async function* byEvents(t, url) {
  let last;
  const client = createSseClient({
    url, retryAttempts: Infinity, retry: soon, headers: () => ({ ...hub.headers, ...(last && { 'last-event-id': last }) }),
  });
  t.after(() => client.dispose());
  for await (const { data, errors } of client.iterate({ query: watching })) {
    assert.ok(data?.updates, JSON.stringify(errors));
    last = data.updates.cursor;
    yield data.updates;
  }
}

for (const [name, url, updatesOf] of [['graphql-ws', socket, bySocket], ['graphql-sse', stream, byEvents]]) {
  test(`${name}: ${cuts} cuts in ${events} events, seed ${seed}`, storm, async (t) => {
    const between = await network(t, url);
    const updates = updatesOf(t, between.url);
    const first = updates.next();
    const opening = await recordUntil(first);
    const random = chance(seed);
    const when = new Set();
    while (when.size < cuts) when.add(1 + Math.floor(random() * (events - 1)));

    const written = [];
    const writing = (async () => {
      while (written.length < events) written.push(...(await recordMany(Math.min(batch, events - written.length))));
    })();
    const [byId, heard] = [new Map(), []];
    let fresh = 0;
    for (let { value } = await first; heard.at(-1) !== written[events - 1] || written.length < events; { value } = await updates.next()) {
      const { reference } = value.incident;
      assert.equal(byId.get(value.id) ?? reference, reference);
      if (byId.has(value.id)) continue;
      byId.set(value.id, reference);
      heard.push(reference);
      if (!opening.includes(reference) && when.has(++fresh)) between.cut();
      if (fresh === events) break;
    }
    await writing;
    assert.deepEqual(heard.filter((reference) => !opening.includes(reference)), written);
    await updates.return?.();
  });
}
