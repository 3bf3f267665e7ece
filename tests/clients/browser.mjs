import assert from 'node:assert/strict';
import { createRequire } from 'node:module';
import { after } from 'node:test';
import axe from 'axe-core';
import { chromium } from 'playwright-core';

const flags = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync',
];

let browser;
after(() => browser?.close());

/** A page in a real browser, with an empty profile of its own. What goes wrong on it, or asks anybody but the server, is among the faults. */
export async function browse(t, { server, executablePath, ...looks }) {
  browser ??= await chromium.launch({ executablePath, args: flags });
  const context = await browser.newContext({ baseURL: server, ...looks });
  t.after(() => context.close());
  await context.addInitScript({ path: createRequire(import.meta.url).resolve('axe-core') });
  const page = await context.newPage();
  const faults = [];
  page.on('console', (message) => ['error', 'warning'].includes(message.type()) && faults.push(message.text()));
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('request', (request) => new URL(request.url()).host === new URL(server).host || faults.push(`asked ${request.url()}`));
  page.on('websocket', (socket) => new URL(socket.url()).host === new URL(server).host || faults.push(`asked ${socket.url()}`));
  return { page, faults };
}

/** Nothing in the part of the page hinders somebody who sees, hears or moves otherwise. */
export async function isAccessible(page, part) {
  const { violations } = await page.locator(part).evaluate((element) => globalThis.axe.run(element));
  assert.deepEqual(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]), [], `axe-core ${axe.version} on ${part}`);
}
