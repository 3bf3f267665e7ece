// A hub that follows the running exchange with graphql-sse, and resumes by the id of the last event that it heard.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createClient } from 'graphql-sse';
import { hub, record, recordUntil, stream, watching } from './exchange.mjs';
import { network } from './network.mjs';

/** Updates as they arrive. The client keeps the last one's cursor, which is its event's id, and sends it whenever it connects. */
function watch(t, url, { last, after } = {}) {
  const client = createClient({
    url, retryAttempts: 20, retry: () => new Promise((later) => setTimeout(later, 200)),
    headers: () => ({ ...hub.headers, ...(last && { 'last-event-id': last }) }),
  });
  t.after(() => client.dispose());
  const updates = client.iterate({ query: watching, variables: { after } });
  return {
    async next() {
      const { value } = await updates.next();
      assert.ok(value?.data?.updates, JSON.stringify(value));
      last = value.data.updates.cursor;
      return value.data.updates.incident.reference;
    },
    get last() {
      return last;
    },
  };
}

/** The stream is open once it has brought all that was recorded to see whether it is. */
async function opened(updates) {
  const first = updates.next();
  const references = await recordUntil(first);
  for (let heard = await first; heard !== references.at(-1); ) heard = await updates.next();
}

test('after a cut the client comes again by itself and misses nothing', { timeout: 60_000 }, async (t) => {
  const between = await network(t, stream);
  const updates = watch(t, between.url);
  await opened(updates);
  between.cut();
  for (const reference of [await record(), await record(), await record()]) assert.equal(await updates.next(), reference);
});

test('the id of the last event outranks the cursor that the operation begins with', { timeout: 60_000 }, async (t) => {
  const updates = watch(t, stream);
  await opened(updates);
  const after = updates.last;
  const [heard, unheard] = [await record(), await record()];
  assert.equal(await updates.next(), heard);
  const { last } = updates;

  assert.equal(await watch(t, stream, { after }).next(), heard);
  assert.equal(await watch(t, stream, { after, last }).next(), unheard);
});

test('an id that is no cursor of the hub’s opens nothing', { timeout: 60_000 }, async () => {
  const headers = { ...hub.headers, 'content-type': 'application/json', accept: 'text/event-stream', 'last-event-id': 'nonsense' };
  const response = await fetch(stream, { method: 'POST', headers, body: JSON.stringify({ query: watching }) });
  assert.equal(response.status, 200);
  assert.match(await response.text(), /event: next\ndata: .*CURSOR_INVALID.*\n\nevent: complete\ndata:\n\n$/s);
});

test('an event’s id is its update’s cursor', { timeout: 60_000 }, async (t) => {
  const updates = watch(t, stream);
  await opened(updates);
  const headers = { ...hub.headers, 'content-type': 'application/json', 'last-event-id': updates.last };
  await record();
  const response = await fetch(stream, { method: 'POST', headers, body: JSON.stringify({ query: watching }) });
  let text = '';
  for await (const chunk of response.body) {
    text += new TextDecoder().decode(chunk);
    const event = text.match(/^id: (.+)\nevent: next\ndata: (.+)\n\n/m);
    if (!event) continue;
    assert.equal(JSON.parse(event[2]).data.updates.cursor, event[1]);
    return;
  }
  assert.fail(`no event with an id: ${text}`);
});
