import { readFileSync, statSync } from 'node:fs';
import { z } from 'zod';
import { type Failure, fail, type Result, succeed } from '#shared/domain/failure.ts';
import type { Environment } from './secretNames.ts';
import { createSecretStore, type HostSecrets } from './secretStore.ts';
import { replacePrivateFile, systemCode } from './wholeFile.ts';

const contentSchema = z.record(z.string(), z.string());

/**
 * Secrets in a JSON file that only its owner can read: for hosts without a keystore. Refused when the file exists and others can read
 * it, or when it is not what Plumbline writes. On Windows the access list of the user's own folder does what the mode does elsewhere.
 */
export function openSecretsFile(file: string, environment: Environment): Result<HostSecrets> {
  let stored: ReadonlyMap<string, string> = new Map();
  try {
    const refused = refuseOpenFile(file);
    if (refused !== null) return fail(refused);
    stored = new Map(Object.entries(contentSchema.parse(JSON.parse(readFileSync(file, 'utf8')))));
  } catch (error) {
    if (systemCode(error) !== 'ENOENT') {
      const code = systemCode(error);
      const why = code === null ? 'its content is not a JSON object of texts' : `the system says ${code}`;
      return fail(
        refusal(
          `The secrets file ${file} cannot be used: ${why}.`,
          'Correct it or delete it and set the secrets again.',
        ),
      );
    }
  }
  return succeed(createSecretStore(stored, (secrets) => save(file, secrets), environment));
}

function refuseOpenFile(file: string): Failure | null {
  const { mode, uid } = statSync(file);
  if (process.platform === 'win32') return null;
  if ((mode & 0o077) !== 0) {
    const words = `The secrets file ${file} can be read by other users of this computer (mode ${(mode & 0o777).toString(8)}).`;
    return refusal(words, `Run: chmod 600 ${file}`);
  }
  const me = process.getuid?.();
  if (me === undefined || me === 0 || uid === me) return null;
  return refusal(`The secrets file ${file} belongs to another user.`, 'Use a file of the user who runs Plumbline.');
}

function save(file: string, secrets: ReadonlyMap<string, string>): string | null {
  const failed = replacePrivateFile(file, `${JSON.stringify(Object.fromEntries(secrets), null, 2)}\n`);
  return failed === null
    ? null
    : `The secrets file ${file} could not be written (${failed}). Check the rights on its folder.`;
}

function refusal(sentence: string, remedy: string): Failure {
  return { next: 'needsPerson', code: 'secrets.refused', sentence, remedy };
}
