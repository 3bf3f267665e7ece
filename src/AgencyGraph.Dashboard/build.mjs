// Run by the server's build where something is newer than what was built. Installs what the lock file says, then builds the pages.
// Exit code 3: this machine cannot build them; the reason has been printed.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';

const cannotBuild = 3;
const folder = import.meta.dirname;
const stamp = join(folder, 'dist', '.built');
const lock = join(folder, '.building');
const sources = ['explorer', 'shared', 'package.json', 'package-lock.json', 'tsconfig.json', 'build.mjs', '../../schema/operations'];

/** 0 where the file is not there. */
const changedAt = (path) => statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;

function newest(path) {
  const found = statSync(path);
  return found.isDirectory() ? Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name)))) : found.mtimeMs;
}

function end(code, ...words) {
  if (words.length > 0) console.log(...words);
  rmSync(lock, { force: true });
  process.exit(code);
}

function run(...args) {
  const { status, stdout, stderr } = spawnSync('npm', args, { cwd: folder, encoding: 'utf8', shell: process.platform === 'win32' });
  return { succeeded: status === 0, report: `${stdout ?? ''}${stderr ?? ''}`.trim() };
}

function isRunning(id) {
  try {
    return process.kill(id, 0);
  } catch (failure) {
    return failure.code === 'EPERM';
  }
}

/** One build at a time; the lock of one that was killed is taken away. */
async function waitForTurn() {
  for (;;) {
    try {
      return writeFileSync(lock, String(process.pid), { flag: 'wx' });
    } catch (failure) {
      if (failure.code !== 'EEXIST') throw failure;
    }
    const holder = Number(readFileSync(lock, { encoding: 'utf8', flag: 'a+' }));
    if (holder ? !isRunning(holder) : Date.now() - changedAt(lock) > 10_000) rmSync(lock, { force: true });
    else await setTimeout(100);
  }
}

const [major, minor] = process.versions.node.split('.').map(Number);
if (!(major > 22 || (major === 22 && minor >= 12) || (major === 20 && minor >= 19))) {
  console.log(`Node ${process.versions.node} is too old: 20.19 or 22.12 is needed.`);
  process.exit(cannotBuild);
}

await waitForTurn();
try {
  if (changedAt(stamp) > Math.max(...sources.map((each) => newest(join(folder, each))))) end(0);
  if (changedAt(join(folder, 'node_modules', '.package-lock.json')) < changedAt(join(folder, 'package-lock.json'))) {
    const installed = run('ci', '--no-audit', '--no-fund');
    if (!installed.succeeded) end(cannotBuild, `npm ci failed: ${installed.report}`);
  }
  const built = run('run', 'build', '--silent');
  if (!built.succeeded) end(1, built.report);
  mkdirSync(join(folder, 'dist'), { recursive: true });
  writeFileSync(stamp, '');
} finally {
  rmSync(lock, { force: true });
}
