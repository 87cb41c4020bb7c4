import { readFileSync, rmSync } from 'node:fs';
import { ensureBuilt, ensureInstalled, ensureOdbcBinding, run } from './ensure.mjs';
import { ensureSystemPackages } from './systemPackages.mjs';

/**
 * Everything that must hold before a change counts: types, lint and format, the tests of every kind, the built application in a
 * real browser. Ends with one line that counts.
 */
const results = '.cache/results';

ensureSystemPackages();
ensureInstalled();
ensureOdbcBinding();
rmSync(results, { recursive: true, force: true });

const steps = [
  ['Types', () => run('tsc', ['-b'])],
  ['Lint and format', () => run('biome', ['check', '--error-on-warnings'])],
  ['Unit, contract, integration and architecture tests', () => vitest()],
  ['Build', () => ensureBuilt({ always: true })],
  ['The built application in a browser', () => endToEnd()],
];

let passed = 0;
let failed = 0;

for (const [title, step] of steps) {
  console.log(`\n── ${title}`);
  const started = performance.now();
  const ok = step();
  if (ok) passed += 1;
  else failed += 1;
  console.log(`── ${title}: ${ok ? 'ok' : 'FAILED'} (${Math.round((performance.now() - started) / 1000)} s)`);
}

console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

function vitest() {
  const file = `${results}/vitest.json`;
  const ok = run('vitest', ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`]);
  const report = read(file);
  passed += report?.numPassedTests ?? 0;
  failed += report?.numFailedTests ?? 0;
  return ok && (report?.numPassedTests ?? 0) > 0;
}

function endToEnd() {
  const file = `${results}/e2e.json`;
  const env = { PLAYWRIGHT_JSON_OUTPUT_NAME: `${process.cwd()}/${file}` };
  const ok = run('playwright', ['test', '-c', 'tests/e2e', '--reporter=line,json'], env);
  const stats = read(file)?.stats;
  passed += stats?.expected ?? 0;
  failed += stats?.unexpected ?? 0;
  return ok && (stats?.expected ?? 0) > 0;
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
