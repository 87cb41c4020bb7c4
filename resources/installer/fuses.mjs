import { join } from 'node:path';
import { FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses';

/** Electron's switches in the order in which they stand in the program, and how each must be in what is shipped. */
export const expectedFuses = [
  { name: 'RunAsNode', on: false },
  { name: 'EnableCookieEncryption', on: true },
  { name: 'EnableNodeOptionsEnvironmentVariable', on: false },
  { name: 'EnableNodeCliInspectArguments', on: false },
  { name: 'EnableEmbeddedAsarIntegrityValidation', on: true },
  { name: 'OnlyLoadAppFromAsar', on: true },
  { name: 'LoadBrowserProcessSpecificV8Snapshot', on: false },
  { name: 'GrantFileProtocolExtraPrivileges', on: false },
  { name: 'WasmTrapHandlers', on: true },
];

/** How a fuse stands in the program: the digits of the wire as characters. */
const [off, on] = [0x30, 0x31];

/** Reads every fuse of a program. Out: a sentence for each that is not as it must be; none when all nine are. */
export async function wrongFuses(program) {
  const { version, ...wire } = await getCurrentFuseWire(program);
  if (version !== '1') return [`The fuses are of version ${version}, not 1.`];
  const states = Object.keys(wire)
    .map(Number)
    .sort((a, b) => a - b)
    .map((index) => wire[index]);
  const count =
    states.length === expectedFuses.length ? [] : [`There are ${states.length} fuses, not ${expectedFuses.length}.`];
  const wrong = expectedFuses
    .filter((fuse, index) => states[index] !== (fuse.on ? on : off))
    .map((fuse) => `${fuse.name} is not ${fuse.on ? 'on' : 'off'}.`);
  return [...count, ...wrong];
}

/**
 * electron-builder's hook after packing and before signing: sets all nine, which its own setting cannot (its library knows eight).
 * Rejects when the program has a fuse that is not listed above.
 */
export async function afterPack(context) {
  const program = programOf(context);
  const wanted = Object.fromEntries(expectedFuses.map(({ name, on }) => [FuseV1Options[name], on]));
  await flipFuses(program, { version: FuseVersion.V1, strictlyRequireAllFuses: true, ...wanted });
  // Here too: without credentials nothing is signed, and then the hook below is not called.
  await requireFuses(program);
}

/** electron-builder's hook after signing, which has damaged fuses before: the program as it will be shipped is read back. */
export async function afterSign(context) {
  await requireFuses(programOf(context));
}

function programOf({ appOutDir, packager }) {
  return join(appOutDir, `${packager.appInfo.productFilename}.exe`);
}

async function requireFuses(program) {
  const wrong = await wrongFuses(program);
  if (wrong.length > 0) throw new Error(`The fuses of ${program} are not as they must be: ${wrong.join(' ')}`);
}
