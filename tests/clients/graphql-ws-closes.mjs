// Each code with which a socket is closed, as the graphql-ws client meets it. The server's address is in GRAPHQL_URL (ws://…).
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';

const url = process.env.GRAPHQL_URL;
assert.ok(url, 'GRAPHQL_URL is not set');

/** A socket of a client with a fault: it says something else than the client meant. */
const saying = (rewrite) => class extends WebSocket {
  send(text) {
    for (const instead of rewrite(JSON.parse(text))) super.send(typeof instead === 'string' ? instead : JSON.stringify(instead));
  }
};

class WithoutSubprotocol extends WebSocket {
  constructor(address) {
    super(address);
  }
}

const insteadOf = (type, ...words) => saying((message) => (message.type === type ? words : [message]));
const init = { type: 'connection_init', payload: { token: 'good' } };
const hello = { id: 'early', type: 'subscribe', payload: { query: '{ hello }' } };

/** Closes by code: the fault that leads to it, and whether the client may come again after it. */
const closes = [
  [1009, 'a message that is too large', { query: '{ hello }', variables: { pad: 'x'.repeat(200_000) } }, {}, false],
  [4400, 'what is no message', undefined, { webSocketImpl: insteadOf('subscribe', 'nonsense') }, false],
  [4401, 'subscribing before the acknowledgement', undefined, { webSocketImpl: insteadOf('connection_init', hello) }, false],
  [4403, 'a refused sign-in', undefined, { connectionParams: { token: 'bad' } }, true],
  [4406, 'no subprotocol in common', undefined, { webSocketImpl: WithoutSubprotocol }, false],
  [4408, 'no word in time', undefined, { webSocketImpl: insteadOf('connection_init') }, true],
  [4409, 'an id that is taken', undefined, { webSocketImpl: saying((message) => (message.id ? [message, message] : [message])) }, false],
  [4429, 'signing in twice', undefined, { webSocketImpl: insteadOf('connection_init', init, init) }, false],
];

for (const [code, fault, request, options, comesAgain] of closes) {
  test(`${code}: ${fault}, after which the client ${comesAgain ? 'may come' : 'does not come'} again`, { timeout: 30_000 }, async (t) => {
    let sockets = 0;
    const client = createClient({
      url, webSocketImpl: WebSocket, connectionParams: { token: 'good' }, retryAttempts: 1, retryWait: async () => {},
      shouldRetry: () => true, on: { opened: () => sockets++ }, ...options,
    });
    t.after(() => client.dispose());

    const closed = await new Promise((resolve, reject) => client.subscribe(
      request ?? { query: 'subscription { never }' },
      { next: () => {}, error: resolve, complete: () => reject(new Error('It was completed.')) },
    ));

    assert.equal(closed.code, code, String(closed));
    assert.equal(sockets, comesAgain ? 2 : 1);
  });
}
