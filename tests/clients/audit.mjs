// The audit of GraphQL over HTTP that graphql-http brings, against the running exchange.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { serverAudits } from 'graphql-http';
import { http, hub } from './exchange.mjs';

const signedIn = (url, { headers, ...rest } = {}) => fetch(url, { ...rest, headers: { ...hub.headers, ...headers } });

for (const audit of serverAudits({ url: http, fetchFn: signedIn })) {
  test(`${audit.id} ${audit.name}`, { timeout: 20_000 }, async () => {
    const { status, reason } = await audit.fn();
    assert.ok(status === 'ok' || status === 'notice', `${status}: ${reason}`);
  });
}
