import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, ensureOdbcBinding, root, runTool } from './ensure.mjs';
import { ensureSystemPackages } from './systemPackages.mjs';

/*
 * `npm run test:packaging`: what is packed, how it is installed, how its fuses stand. What this computer cannot check is said in a line
 * each and counted neither as passed nor as failed.
 */
const isWindows = process.platform === 'win32';
if (!isWindows) ensureSystemPackages();
if ((await ensureInstalled()) !== 0) process.exit(1);
if (!isWindows && (await ensureOdbcBinding()) !== 0) process.exit(1);
if ((await ensureBuilt()) !== 0) process.exit(1);

const results = join(root, '.cache', 'results');
const [reportFile, electronFile] = [join(results, 'packaging.json'), join(results, 'packaging-electron.txt')];
mkdirSync(results, { recursive: true });
for (const old of [reportFile, electronFile]) rmSync(old, { force: true });

const words = ['run', '--config', 'tests/packaging/vitest.config.ts', '--root', '.'];
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
const code = await runTool('vitest/vitest.mjs', [...words, ...reporters], { stdout: 'inherit' });
const report = existsSync(reportFile) ? JSON.parse(readFileSync(reportFile, 'utf8')) : null;
const passed = report?.numPassedTests ?? 0;
// A run that broke off has no test that failed.
const failed = Math.max(report?.numFailedTests ?? 0, code === 0 && passed > 0 ? 0 : 1);

const tests = (report?.testResults ?? []).flatMap((file) => file.assertionResults);
for (const { status, fullName } of tests) {
  if (status === 'pending' || status === 'skipped') console.log(`Not checked here: ${fullName}`);
}
if (existsSync(electronFile)) console.log(`Packed with ${readFileSync(electronFile, 'utf8')}.`);
if (!isWindows)
  console.log('Not checked here: the MSI as WiX compiles it, and its installation; the workflow does both on Windows.');
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
