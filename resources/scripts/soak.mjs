import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureInstalled, ensureOdbcBinding, projectEnvironment, projectNode, root, run, runTool } from './ensure.mjs';
import { ensureSystemPackages } from './systemPackages.mjs';

/*
 * `npm run soak`: the proofs that take hours. Every test in tests/soak, then the simulation with seeds that `npm run verify` does not
 * use. Prints a table of what was found. After `--`: --scenarios N, --from N (another first seed), --skip-tests.
 */
const { values: words } = parseArgs({
  options: {
    scenarios: { type: 'string', default: '10000000' },
    from: { type: 'string', default: '1000001' },
    'skip-tests': { type: 'boolean', default: false },
  },
});

ensureSystemPackages();
if ((await ensureInstalled()) !== 0) process.exit(1);
if ((await ensureOdbcBinding()) !== 0) process.exit(1);

const results = join(root, '.cache', 'results');
const [figuresFile, reportFile] = [join(results, 'soak.jsonl'), join(results, 'soak.json')];
mkdirSync(results, { recursive: true });
for (const old of [figuresFile, reportFile]) rmSync(old, { force: true });
const options = { stdout: 'inherit', env: { ...projectEnvironment(), PLUMBLINE_SOAK_FIGURES: figuresFile } };

let passed = 0;
let failed = 0;
const count = (ok) => {
  if (ok) passed += 1;
  else failed += 1;
};

if (!words['skip-tests']) await tests();
if (words.scenarios !== '0') await simulation();

console.log('');
const figures = lines(figuresFile).map((line) => JSON.parse(line));
const width = Math.max(0, ...figures.map(({ what }) => what.length));
for (const { what, value } of figures) console.log(`${what.padEnd(width)}  ${value}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

async function tests() {
  const vitest = ['run', '--config', 'tests/soak/vitest.config.ts', '--root', '.'];
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
  const code = await runTool('vitest/vitest.mjs', [...vitest, ...reporters], options);
  const report = existsSync(reportFile) ? JSON.parse(readFileSync(reportFile, 'utf8')) : null;
  passed += report?.numPassedTests ?? 0;
  failed += report?.numFailedTests ?? 0;
  // A run that broke off has no test that failed.
  if (code !== 0 && (report?.numFailedTests ?? 0) === 0) failed += 1;
}

async function simulation() {
  const script = join('tests', 'simulation', 'run.ts');
  const code = await run(projectNode, [script, '--scenarios', words.scenarios, '--from', words.from], options);
  count(code === 0);
}

function lines(file) {
  return existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
    : [];
}
