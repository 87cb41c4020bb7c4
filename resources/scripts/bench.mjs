import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, ensureOdbcBinding, projectNode, root, run } from './ensure.mjs';
import { ensureSystemPackages } from './systemPackages.mjs';

/*
 * `npm run bench`: installs and builds what is missing, then measures. Everything after `--` is for the benches themselves:
 * --json, --only NAME,NAME, --quick.
 */
async function bench(words) {
  ensureSystemPackages();
  const installed = await ensureInstalled();
  if (installed !== 0) return installed;
  const bound = await ensureOdbcBinding();
  if (bound !== 0) return bound;
  const built = await ensureBuilt();
  if (built !== 0) return built;
  return run(projectNode, [join(root, 'tests', 'bench', 'run.ts'), ...words], { stdout: 'inherit' });
}

process.exitCode = await bench(process.argv.slice(2));
