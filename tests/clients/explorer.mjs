// The explorer in a real browser: the server is at EXCHANGE_URL (http://…), the browser is the file CHROMIUM, a force's token is in FORCE_TOKEN.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { test } from 'node:test';
import { browse, isAccessible } from './browser.mjs';

const { EXCHANGE_URL: server, CHROMIUM: executablePath, FORCE_TOKEN: force } = process.env;
assert.ok(server && executablePath && force, 'EXCHANGE_URL, CHROMIUM and FORCE_TOKEN are not all set');

const limit = { timeout: 120_000 };

async function open(t, looks) {
  const browsing = await browse(t, { server, executablePath, ...looks });
  await browsing.page.goto('/explorer');
  await browsing.page.locator('.graphiql-query-editor .view-lines').filter({ hasText: 'LatestIncidents' }).waitFor();
  return browsing;
}

const tab = (page, name) => page.getByRole('tab', { name, exact: true }).click();
const run = (page) => page.locator('.graphiql-execute-button').click();

/** The answer shows the text; otherwise the error says what it shows instead. */
async function answered(page, text) {
  const answer = page.locator('.graphiql-response .view-lines');
  try {
    await answer.filter({ hasText: text }).waitFor();
  } catch (error) {
    throw new Error(`${error.message}\nThe answer shown: ${await answer.allInnerTexts()}`, { cause: error });
  }
}

async function ends(socket, act) {
  const closed = socket.waitForEvent('close');
  await act();
  await closed;
}

/** The force records an incident for Bury; its reference. */
async function record(number) {
  const input = {
    idempotencyKey: randomUUID(), reference: `GMP/2026/${number}`, kind: 'DOMESTIC_ABUSE', council: 'BUR', riskGrade: 'HIGH',
    occurredAt: '2026-10-01T22:10:00+01:00', reportedAt: '2026-10-01T22:15:00+01:00', recordedAt: '2026-10-01T23:40:00+01:00',
    sharing: { shared: true }, persons: [{ role: 'PRESENT', givenName: 'Ada', surname: 'Test', bornOn: '2018-05-04' }],
  };
  const query = 'mutation ($input: IncidentInput!) { recordIncident(input: $input) { outcome errors { code message } } }';
  const response = await fetch(new URL('/graphql', server), {
    method: 'POST',
    headers: { authorization: `Bearer ${force}`, 'x-purpose': 'SAFEGUARDING', 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables: { input } }),
  });
  const answer = await response.json();
  assert.equal(answer.data?.recordIncident?.outcome, 'RECORDED', JSON.stringify(answer));
  return input.reference;
}

test('a query is answered as the role, the agency and the purpose that were picked', limit, async (t) => {
  const { page, faults } = await open(t);
  await tab(page, 'Me');
  await page.getByLabel('Role').selectOption('Police officer');
  await page.getByLabel('Agency').selectOption('Merseyside Police');
  await page.getByLabel('Purpose').selectOption('Child protection enquiry');
  await run(page);

  for (const part of ['"code": "merseyside"', '"role": "POLICE_OFFICER"', '"purpose": "CHILD_PROTECTION_ENQUIRY"']) await answered(page, part);
  assert.deepEqual(faults, []);
});

test('an operation that is run as soon as it is on the screen is that one, and not the one before', limit, async (t) => {
  const { page, faults } = await open(t);
  await tab(page, 'Me');
  await page.evaluate(async () => {
    const shown = () => document.querySelector('.graphiql-query-editor .view-lines').textContent.includes('Me');
    while (!shown()) await new Promise(requestAnimationFrame);
    document.querySelector('.graphiql-execute-button').click();
  });

  await answered(page, '"purpose": "SAFEGUARDING"');
  assert.deepEqual(faults, []);
});

test('a purpose that is written as a header stands above the switch', limit, async (t) => {
  const { page, faults } = await open(t);
  await tab(page, 'Me');
  await page.getByRole('button', { name: 'Headers', exact: true }).click();
  await page.locator('.graphiql-editor-tool .graphiql-editor:not(.hidden) .view-lines').click();
  await page.keyboard.insertText('{ "X-Purpose": "CHILD_PROTECTION_ENQUIRY" }');
  await run(page);

  await answered(page, '"purpose": "CHILD_PROTECTION_ENQUIRY"');
  assert.deepEqual(faults, []);
});

test('what a force records comes onto the screen of a subscription, until it is stopped or the role changes', limit, async (t) => {
  const { page, faults } = await open(t);
  const sockets = [];
  page.on('websocket', (socket) => sockets.push(socket));
  await tab(page, 'LiveUpdates');
  await run(page);
  const heard = answered(page, '"__typename": "IncidentRecorded"');
  // The stream is open once something that is recorded arrives on it.
  for (let number = 1, done = false; !done; number++) {
    await record(number);
    done = await Promise.race([heard.then(() => true), new Promise((later) => setTimeout(later, 500, false))]);
  }

  await answered(page, await record(9000));
  await ends(sockets[0], () => run(page));
  const opened = page.waitForEvent('websocket');
  await run(page);
  await ends(await opened, () => page.getByLabel('Role').selectOption('Social worker'));
  assert.deepEqual(faults, []);
});

test('a sample operation opens in a tab with places for its variables, beside the schema’s documentation', limit, async (t) => {
  const { page, faults } = await open(t);
  await page.getByRole('button', { name: 'Show Documentation Explorer' }).click();
  await page.getByText('subscription: Subscription').waitFor();
  await page.getByRole('button', { name: 'Show Sample operations' }).click();
  await page.getByRole('button', { name: 'Acknowledge referral mutation' }).click();

  await page.locator('.graphiql-query-editor .view-lines').filter({ hasText: 'mutation AcknowledgeReferral' }).waitFor();
  await page.getByRole('button', { name: 'Variables', exact: true }).click();
  await page.locator('.graphiql-editor-tool .view-lines').filter({ hasText: '"expectedVersion": 1' }).waitFor();
  assert.deepEqual(faults, []);
});

for (const colorScheme of ['light', 'dark']) {
  test(`nothing of ours hinders anybody, by ${colorScheme}`, limit, async (t) => {
    const { page, faults } = await open(t, { colorScheme });
    await page.getByRole('button', { name: 'Show Sample operations' }).click();
    await page.locator('.operations').waitFor();

    await isAccessible(page, '.masthead');
    await isAccessible(page, '.operations');
    assert.deepEqual(faults, []);
  });
}

test('a narrow screen has nothing beside it, and the keyboard finds the switches first', limit, async (t) => {
  const { page, faults } = await open(t, { viewport: { width: 320, height: 700 } });
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 320);
  for (const label of ['Role', 'Agency', 'Purpose']) {
    await page.keyboard.press('Tab');
    assert.ok(await page.getByLabel(label).evaluate((element) => element === document.activeElement), label);
  }
  assert.deepEqual(faults, []);
});
