// The running exchange: its address is in EXCHANGE_URL (http://…), tokens are in HUB_TOKEN and FORCE_TOKEN.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';

const { EXCHANGE_URL: address, HUB_TOKEN, FORCE_TOKEN } = process.env;
assert.ok(address && HUB_TOKEN && FORCE_TOKEN, 'EXCHANGE_URL, HUB_TOKEN and FORCE_TOKEN are not all set');

export const http = new URL('/graphql', address).href;
export const stream = `${http}/stream`;
export const socket = http.replace('http', 'ws');

const purpose = 'SAFEGUARDING';

/** Who asks: as headers of a request, and as the first message of a socket. */
const caller = (token) => ({
  headers: { authorization: `Bearer ${token}`, 'x-purpose': purpose },
  connectionParams: { Authorization: `Bearer ${token}`, purpose },
});

export const hub = caller(HUB_TOKEN);
export const force = caller(FORCE_TOKEN);

export const listing = `query List($first: Int!) {
  incidents(first: $first, order: RECORDED_LAST) { nodes { id reference kind } }
}`;

export const watching = `subscription Watch($after: Cursor) {
  updates(after: $after) { __typename id sequence cursor ... on IncidentRecorded { incident { id reference kind } } }
}`;

export const recording = `mutation Record($input: IncidentInput!) {
  recordIncident(input: $input) { outcome errors { code message } }
}`;

export const recordingMany = `mutation Record($input: RecordIncidentsInput!) {
  recordIncidents(input: $input) { results { outcome errors { code message } } }
}`;

let number = 0;

/** A new incident for Bury, as a force sends it. */
export function incident() {
  return {
    idempotencyKey: randomUUID(), reference: `GMP/2026/${++number}`, kind: 'DOMESTIC_ABUSE',
    council: 'BUR', riskGrade: 'HIGH',
    occurredAt: '2026-10-01T22:10:00+01:00', reportedAt: '2026-10-01T22:15:00+01:00', recordedAt: '2026-10-01T23:40:00+01:00',
    sharing: { shared: true }, persons: [{ role: 'PRESENT', givenName: 'Ada', surname: 'Test', bornOn: '2018-05-04' }],
  };
}

async function write(query, field, input) {
  const response = await fetch(http, {
    method: 'POST',
    headers: { ...force.headers, 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { input } }),
  });
  const answer = await response.json();
  assert.ok(answer.data?.[field], JSON.stringify(answer));
  return answer.data[field];
}

/** The force records an incident over HTTP; its reference. */
export async function record() {
  const input = incident();
  const payload = await write(recording, 'recordIncident', input);
  assert.equal(payload.outcome, 'RECORDED', JSON.stringify(payload));
  return input.reference;
}

/** Likewise many, in one request; their references. */
export async function recordMany(count) {
  const items = Array.from({ length: count }, incident);
  const { results } = await write(recordingMany, 'recordIncidents', { items });
  assert.ok(results.every(({ outcome }) => outcome === 'RECORDED'), JSON.stringify(results));
  return items.map(({ reference }) => reference);
}

/** Records until something is heard: a stream opens at its own pace. What was recorded, in order. */
export async function recordUntil(heard) {
  const references = [];
  for (let done = false; !done; ) {
    references.push(await record());
    done = await Promise.race([Promise.resolve(heard).then(() => true), new Promise((later) => setTimeout(later, 500, false))]);
  }
  return references;
}
