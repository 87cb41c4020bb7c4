import { readFileSync } from 'node:fs';
import { type Failure, fail, type Result, succeed } from '#shared/domain/failure.ts';
import { type NetworkSettings, networkSettingsSchema, standardNetwork } from '#shared/domain/network/settings.ts';
import { keepingAt } from '#shared/domain/settingLocks.ts';
import type { Config } from '../config.ts';
import { replacePrivateFile, systemCode } from '../wholeFile.ts';

/** How this installation reaches the internet: what was set on screen, and above it what the configuration says. */
export type NetworkBook = {
  readonly settings: () => NetworkSettings;
  readonly caFile: () => string | null;
  /** Keeps what was set on screen; fields that the configuration sets stay as they were underneath. */
  readonly save: (settings: NetworkSettings) => Failure | null;
};

/** Fails in words when the file is there and cannot be read: nothing is guessed about the way out. */
export function openNetworkBook(file: string, configured: () => Config['network']): Result<NetworkBook> {
  const read = readKept(file);
  if (!read.ok) return read;
  let kept = read.value;
  const above = (): Partial<NetworkSettings> => {
    const { caFile: _, ...fields } = configured() ?? {};
    return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  };
  return succeed({
    settings: () => ({ ...kept, ...above() }),
    caFile: () => configured()?.caFile ?? null,
    save: (settings) => {
      const next = keepingAt(settings, kept, Object.keys(above()));
      const failed = replacePrivateFile(file, `${JSON.stringify(next, null, 2)}\n`);
      if (failed !== null) return notWritten(file, failed);
      kept = next;
      return null;
    },
  });
}

function readKept(file: string): Result<NetworkSettings> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const code = systemCode(error);
    return code === 'ENOENT'
      ? succeed(standardNetwork)
      : fail(notRead(file, `the system says ${code ?? 'unknown error'}`));
  }
  try {
    return succeed(networkSettingsSchema.parse(JSON.parse(text)));
  } catch {
    return fail(notRead(file, 'it is not as Plumbline writes it'));
  }
}

function notRead(file: string, why: string): Failure {
  return {
    next: 'needsPerson',
    code: 'network.notRead',
    sentence: `The file ${file}, which keeps how this installation reaches the internet, cannot be used: ${why}.`,
    remedy: 'Correct it, or take it away and set the network anew under Settings, Network.',
  };
}

function notWritten(file: string, code: string): Failure {
  return {
    next: 'needsPerson',
    code: 'network.notWritten',
    sentence: `The file ${file}, which keeps how this installation reaches the internet, could not be written (${code}). Nothing was changed.`,
    remedy: 'Check the rights on its folder and the room on its disk.',
  };
}
