// The pictures of the help pages, made of the built application: `npm run build && npm run pictures`. Sample data and a clock that always
// begins on the same morning; only what is really shown. Ends with an error when a picture is too large to be shipped.
import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Bytes. */
const largest = 150_000;
const root = join(import.meta.dirname, '../..');
const clock = pathToFileURL(join(root, 'tests/pictures/fixedClock.mjs')).href;
const { status } = spawnSync('npx', ['playwright', 'test', '-c', 'tests/pictures', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
  shell: process.platform === 'win32',
  env: { ...process.env, NODE_OPTIONS: `--import=${clock}`, PLUMBLINE_PICTURES_BEGAN: String(Date.now()) },
});
const folder = join(root, 'resources/help/pictures');
const tooLarge = readdirSync(folder).filter((name) => statSync(join(folder, name)).size > largest);
for (const name of tooLarge) console.error(`${name} is larger than ${largest} bytes: show less of the screen.`);
process.exitCode = status === 0 && tooLarge.length === 0 ? 0 : 1;
