import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import {
  ensureBuilt,
  ensureInstalled,
  ensureOdbcBinding,
  projectEnvironment,
  projectNode,
  root,
  run,
  runTool,
} from './ensure.mjs';
import { ensureSystemPackages } from './systemPackages.mjs';

/**
 * Everything that must hold before a change counts: types, lint and format, the tests of every kind, the built application in a
 * real browser. Ends with one line that counts.
 */
const results = join(root, '.cache', 'results');
const aloud = { stdout: 'inherit' };

ensureSystemPackages();
if ((await ensureInstalled()) !== 0) process.exit(1);
if ((await ensureOdbcBinding()) !== 0) process.exit(1);
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

const steps = [
  ['Types', types],
  ['Lint and format', lint],
  ['Unit, contract, integration, adversarial and architecture tests', vitest],
  ['Simulation of a million scenarios', simulation],
  ['Build', build],
  ['What is packed and installed', packaging],
  ['The built application in a browser', endToEnd],
  ['The desktop, in Electron or in its double', desktop],
];

let passed = 0;
let failed = 0;
/** Titles of what did not hold, said once more at the end. */
const broken = [];

for (const [title, step] of steps) {
  console.log(`\n── ${title}`);
  const started = performance.now();
  const ok = await step();
  if (ok) passed += 1;
  else {
    failed += 1;
    broken.push(title);
  }
  console.log(`── ${title}: ${ok ? 'ok' : 'FAILED'} (${Math.round((performance.now() - started) / 1000)} s)`);
}

if (broken.length > 0) console.log(`\nFAILED: ${broken.join('; ')}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

async function types() {
  return (await runTool('typescript/bin/tsc', ['-b'], aloud)) === 0;
}

async function lint() {
  return (await runTool('@biomejs/biome/bin/biome', ['check', '--error-on-warnings'], aloud)) === 0;
}

/** 0 lost, 0 doubled, nothing stuck, in that many seeded worlds full of faults. */
async function simulation() {
  return (await run(projectNode, [join('tests', 'simulation', 'run.ts'), '--scenarios', '1000000'], aloud)) === 0;
}

async function build() {
  rmSync(join(root, 'dist'), { recursive: true, force: true });
  return (await ensureBuilt()) === 0;
}

async function vitest() {
  const file = join(results, 'vitest.json');
  const words = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const code = await runTool('vitest/vitest.mjs', words, aloud);
  const report = read(file);
  return counted(code, report?.numPassedTests, report?.numFailedTests);
}

async function packaging() {
  const code = await run(projectNode, [join('resources', 'scripts', 'testPackaging.mjs')], aloud);
  const report = read(join(results, 'packaging.json'));
  return counted(code, report?.numPassedTests, report?.numFailedTests);
}

function endToEnd() {
  return playwright('e2e', (words, options) =>
    runTool('@playwright/test/cli.js', ['test', '-c', 'tests/e2e', ...words], options),
  );
}

/** Its own script finds out whether Electron is here, and a screen for it. */
function desktop() {
  const script = join(root, 'resources', 'scripts', 'testDesktop.mjs');
  return playwright('desktop', (words, options) => run(projectNode, [script, ...words], options));
}

/** Runs a suite of Playwright's and counts what it reports. */
async function playwright(name, runSuite) {
  const file = join(results, `${name}.json`);
  const env = { ...projectEnvironment(), PLAYWRIGHT_JSON_OUTPUT_NAME: file };
  const code = await runSuite(['--reporter=list,json'], { ...aloud, env });
  const stats = read(file)?.stats;
  return counted(code, stats?.expected, stats?.unexpected);
}

/** Adds what a suite reports; whether it counts as passed: one that reports no test does not. */
function counted(code, good = 0, bad = 0) {
  passed += good;
  failed += bad;
  return code === 0 && good > 0;
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
