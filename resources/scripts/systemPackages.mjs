import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/**
 * What the tests need from the operating system: unixODBC with its headers, a SQLite ODBC driver, a C compiler for the drivers of our
 * own, Chromium, and for what is made for Windows a cross-compiler, a compiler of MSI files and a signer. As root on Debian they are
 * installed; anywhere else the missing ones are named with the command that brings them.
 */
const needed = [
  { packages: ['unixodbc', 'unixodbc-dev'], present: () => existsSync('/usr/include/sql.h') },
  { packages: ['libsqliteodbc'], present: () => output('odbcinst', ['-q', '-d']).includes('SQLite3') },
  { packages: ['gcc', 'libc6-dev'], present: () => found('cc') },
  { packages: ['chromium-headless-shell'], present: () => found('chromium-headless-shell') || found('chromium') },
  { packages: ['gcc-mingw-w64-x86-64'], present: () => found('x86_64-w64-mingw32-gcc') },
  { packages: ['wixl', 'msitools'], present: () => found('wixl') && found('msiinfo') },
  { packages: ['osslsigncode', 'openssl'], present: () => found('osslsigncode') && found('openssl') },
];

function output(command, args) {
  return spawnSync(command, args, { encoding: 'utf8' }).stdout ?? '';
}

function found(command) {
  return spawnSync('sh', ['-c', `command -v ${command}`]).status === 0;
}

/** Installs what is missing, or ends the process with a sentence that says what to install. */
export function ensureSystemPackages() {
  const missing = needed.filter(({ present }) => !present()).flatMap(({ packages }) => packages);
  if (missing.length === 0) return;
  const isRoot = process.getuid?.() === 0;
  if (!isRoot || !found('apt-get')) {
    console.error(
      `The tests need ${missing.join(', ')}. On Debian or Ubuntu: sudo apt-get install ${missing.join(' ')}`,
    );
    process.exit(2);
  }
  console.error(`Installing ${missing.join(', ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const quiet = { stdio: ['ignore', 'ignore', 'inherit'], env };
  spawnSync('apt-get', ['update', '-qq'], quiet);
  const installed = spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...missing], quiet);
  if (installed.status !== 0) {
    console.error(`Installing ${missing.join(', ')} failed: install them by hand, then run this again.`);
    process.exit(2);
  }
}
