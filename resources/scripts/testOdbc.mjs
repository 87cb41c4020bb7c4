import { join } from 'node:path';
import { ensureInstalled, ensureOdbcBinding, projectNode, root, run } from './ensure.mjs';
import { ensureSystemPackages } from './systemPackages.mjs';

/*
 * `npm run test:odbc`: installs what is missing, then runs the tests of everything that talks to Sage over ODBC. Everything after `--`
 * is for vitest.
 */
async function testOdbc(words) {
  ensureSystemPackages();
  const installed = await ensureInstalled();
  if (installed !== 0) return installed;
  const bound = await ensureOdbcBinding();
  if (bound !== 0) return bound;
  return run(projectNode, [join(root, 'tests', 'odbc', 'run.ts'), ...words], { stdout: 'inherit' });
}

process.exitCode = await testOdbc(process.argv.slice(2));
