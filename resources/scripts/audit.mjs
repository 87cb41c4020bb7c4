import { spawnSync } from 'node:child_process';
import { root } from './ensure.mjs';

/*
 * `npm run audit`: asks the registry for known faults in the packages that users get (npm audit --omit=dev). Exit code 1 when one is high
 * or critical. When the registry does not answer, nothing was checked and it says so: exit code 0 on a person's machine, 2 with --required,
 * as CI calls it, so that no pipeline passes unchecked.
 */
const windows = process.platform === 'win32';
const words = ['audit', '--omit=dev', '--json'];
const { stdout } = spawnSync('npm', words, { cwd: root, encoding: 'utf8', shell: windows, timeout: 120_000 });
const counts = read(stdout)?.metadata?.vulnerabilities;

if (counts === undefined) {
  const why = read(stdout)?.message ?? 'no answer';
  console.log(`NOT CHECKED: the registry did not say which faults it knows (${why}).`);
  process.exitCode = process.argv.includes('--required') ? 2 : 0;
} else {
  const { critical = 0, high = 0, moderate = 0, low = 0 } = counts;
  console.log(`Known faults in what users get: ${critical} critical, ${high} high, ${moderate} moderate, ${low} low.`);
  process.exitCode = critical + high === 0 ? 0 : 1;
  if (process.exitCode !== 0) console.log('Which ones: npm audit --omit=dev');
}

function read(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
