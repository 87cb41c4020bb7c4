import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, projectNode, root, run } from './ensure.mjs';

/*
 * `npm run demo`: installs and builds what is missing, then does the main job once and leaves Plumbline open. Everything after `--` is
 * for the demo itself: --once, --json, --home DIR, --help.
 */
async function demo(words) {
  const installed = await ensureInstalled();
  if (installed !== 0) return installed;
  const built = await ensureBuilt();
  if (built !== 0) return built;
  return run(projectNode, [join(root, 'dist', 'headless', 'headless.js'), 'demo', ...words], { stdout: 'inherit' });
}

process.exitCode = await demo(process.argv.slice(2));
