import { spawnSync } from 'node:child_process';
import { electronProgram } from './electronProgram.mjs';
import { ensureBuilt, ensureInstalled, run, runTool } from './ensure.mjs';
import { ensureSystemPackages } from './systemPackages.mjs';

/*
 * `npm run test:desktop`: the desktop application in Electron, under Xvfb where there is no screen; in the double where Electron's own
 * program is not installed. The specifications are the same. Words after `--` are Playwright's.
 */

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
