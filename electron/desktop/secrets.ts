import { readFileSync } from 'node:fs';
import type { SafeStorage } from 'electron';
import { z } from 'zod';
import { type Failure, fail, type Result, succeed } from '#shared/domain/failure.ts';
import type { Environment } from '../hosts/secretNames.ts';
import { createSecretStore, type HostSecrets } from '../hosts/secretStore.ts';
import { replacePrivateFile, systemCode } from '../hosts/wholeFile.ts';

/** The part of Electron's safeStorage that is used; on Windows it is DPAPI: other users are kept out, other programs of this user are not. */
export type Keystore = Pick<SafeStorage, 'isEncryptionAvailable' | 'encryptString' | 'decryptString'> &
  Partial<Pick<SafeStorage, 'getSelectedStorageBackend'>>;

const contentSchema = z.record(z.string(), z.string());

const noKeystore =
  'This computer offers no safe place for secrets, so that Plumbline stores none. Set them as environment variables, or set up the system’s keystore.';

/** Secrets in one file that only this user's keystore can open. There is no plain-text way round. */
export function openDesktopSecrets(keystore: Keystore, file: string, environment: Environment): Result<HostSecrets> {
  const usable = isSafe(keystore);
  const save = (secrets: ReadonlyMap<string, string>) => (usable ? write(keystore, file, secrets) : noKeystore);
  let encrypted: Buffer;
  try {
    encrypted = readFileSync(file);
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return succeed(createSecretStore(new Map(), save, environment));
    return fail(refusal(file, `the system says ${systemCode(error) ?? 'unknown error'}`));
  }
  if (!usable) return fail(refusal(file, 'the system’s keystore that it was made with is not available now'));
  try {
    const content = contentSchema.parse(JSON.parse(keystore.decryptString(encrypted)));
    return succeed(createSecretStore(new Map(Object.entries(content)), save, environment));
  } catch {
    return fail(refusal(file, 'it was made by another user or on another computer'));
  }
}

/** Without a keyring Electron on Linux "encrypts" with a key that everybody knows. */
function isSafe(keystore: Keystore): boolean {
  if (!keystore.isEncryptionAvailable()) return false;
  return process.platform !== 'linux' || keystore.getSelectedStorageBackend?.() !== 'basic_text';
}

function write(keystore: Keystore, file: string, secrets: ReadonlyMap<string, string>): string | null {
  let encrypted: Buffer;
  try {
    encrypted = keystore.encryptString(JSON.stringify(Object.fromEntries(secrets)));
  } catch {
    return 'The system’s keystore refused to encrypt the secret, so that it was not stored.';
  }
  const failed = replacePrivateFile(file, encrypted);
  return failed === null ? null : `The secret could not be stored in ${file} (${failed}).`;
}

function refusal(file: string, why: string): Failure {
  return {
    next: 'needsPerson',
    code: 'secrets.refused',
    sentence: `The stored secrets in ${file} cannot be read: ${why}.`,
    remedy: 'Delete that file and enter the Clearstory key again under Settings.',
  };
}
