import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, root, run, runTool } from './ensure.mjs';
import { ensureSystemPackages } from './systemPackages.mjs';

/*
 * `npm run test:desktop`: the desktop application in Electron, under Xvfb where there is no screen; in the double where Electron's own
 * program is not installed. The specifications are the same. Words after `--` are Playwright's.
 */

/** Electron's program, or null. ELECTRON_OVERRIDE_DIST_PATH names the folder of one that is elsewhere. */
function electronProgram() {
  const elsewhere = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (elsewhere !== undefined) return elsewhere;
  const folder = join(root, 'node_modules', 'electron');
  const named = join(folder, 'path.txt');
  if (!existsSync(named)) return null;
  const program = join(folder, 'dist', readFileSync(named, 'utf8'));
  return existsSync(program) ? program : null;
}

async function testDesktop(words) {
  if (process.platform === 'linux') ensureSystemPackages();
  const prepared = (await ensureInstalled()) || (await ensureBuilt());
  if (prepared !== 0) return prepared;
  const program = electronProgram();
  console.log(
    program === null
      ? 'Electron’s own program is not installed: the specifications run over the double (tests/desktop/double).'
      : `The specifications run in Electron: ${program}`,
  );
  const tool = ['@playwright/test/cli.js', ['test', '-c', 'tests/desktop', ...words], { stdout: 'inherit' }];
  const needsScreen = program !== null && process.platform === 'linux' && process.env.DISPLAY === undefined;
  if (!needsScreen) return runTool(...tool);
  if (spawnSync('sh', ['-c', 'command -v xvfb-run']).status !== 0) {
    console.error('Electron needs a screen: sudo apt-get install xvfb xauth, or set DISPLAY.');
    return 1;
  }
  return run('xvfb-run', ['-a', 'npm', 'run', 'test:desktop', '--', ...words], { stdout: 'inherit' });
}

process.exitCode = await testDesktop(process.argv.slice(2));
