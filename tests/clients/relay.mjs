// relay-compiler on the printed contract, and what it compiles against the running exchange.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { test } from 'node:test';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import compiler from 'relay-compiler';
import { http, hub, record } from './exchange.mjs';

const contract = fileURLToPath(new URL('../../schema/agencygraph.graphql', import.meta.url));

const component = `
graphql\`
  fragment list_incidents on Query
  @refetchable(queryName: "listPage")
  @argumentDefinitions(count: { type: "Int", defaultValue: 1 }, cursor: { type: "Cursor" }) {
    incidents(first: $count, after: $cursor) @connection(key: "list_incidents") { edges { node { id reference } } }
  }
\`;
graphql\`
  fragment list_child on Child
  @refetchable(queryName: "listChildPage")
  @argumentDefinitions(count: { type: "Int", defaultValue: 1 }, cursor: { type: "Cursor" }) {
    incidents(first: $count, after: $cursor) @connection(key: "list_child_incidents") { edges { node { id reference } } }
  }
\`;
`;

async function compile(t) {
  const folder = await mkdtemp(path.join(tmpdir(), 'relay-'));
  t.after(() => rm(folder, { recursive: true }));
  await mkdir(path.join(folder, 'compiled'));
  await writeFile(path.join(folder, 'package.json'), '{"type":"module"}');
  await writeFile(path.join(folder, 'list.js'), component);
  await writeFile(path.join(folder, 'relay.config.json'), JSON.stringify({
    src: '.', schema: path.relative(folder, contract), artifactDirectory: './compiled', language: 'javascript', eagerEsModules: true,
  }));
  await promisify(execFile)(compiler, ['relay.config.json'], { cwd: folder });
  const artefact = async (name) => (await import(pathToFileURL(path.join(folder, 'compiled', `${name}.graphql.js`)))).default;
  return { page: await artefact('listPage'), childPage: await artefact('listChildPage') };
}

test('a paginated fragment compiles, and its query pages through the exchange', { timeout: 60_000 }, async (t) => {
  const { page, childPage } = await compile(t);
  assert.match(childPage.params.text, /node\(id: \$id\)/);

  const recorded = new Set([await record(), await record()]);
  const seen = [];
  for (let cursor = null, more = true; more; ) {
    const response = await fetch(http, {
      method: 'POST',
      headers: { ...hub.headers, 'content-type': 'application/json' },
      body: JSON.stringify({ query: page.params.text, variables: { count: 1, cursor } }),
    });
    const { data, errors } = await response.json();
    assert.ok(data, JSON.stringify(errors));
    seen.push(...data.incidents.edges.map((edge) => edge.node.reference));
    ({ endCursor: cursor, hasNextPage: more } = data.incidents.pageInfo);
  }
  assert.equal(new Set(seen).size, seen.length);
  assert.deepEqual([...recorded].filter((reference) => !seen.includes(reference)), []);
});
