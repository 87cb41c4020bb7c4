import { existsSync, renameSync, rmSync } from 'node:fs';
import type { CompanyId } from '#shared/domain/company.ts';
import { type Result, succeed } from '#shared/domain/failure.ts';
import type { Clock } from '../engine/ports/runtime.ts';
import { openSqlite } from '../sage/connection/sqlite.ts';
import { type ClearstorySandbox, sandboxCredentials, startClearstorySandbox } from '../sandbox/clearstory/server.ts';
import { createWithMarkers } from '../sandbox/sampleCompany/createWithMarkers.ts';
import { type CompanySecrets, createSecretStore } from './secretStore.ts';

/** Creates the sample company's file when it is missing: beside and renamed, so that a half-made one is never taken for whole. */
export async function ensureSampleCompany(file: string): Promise<Result<null>> {
  if (existsSync(file)) return succeed(null);
  const beside = `${file}.new`;
  rmSync(beside, { force: true });
  const connection = await openSqlite({ file: beside, create: true });
  const created = await createWithMarkers(connection, 'sqlite', {});
  await connection.close();
  if (!created.ok) return created;
  renameSync(beside, file);
  return succeed(null);
}

/** The practice Clearstory, with its state kept in this file. */
export function startSandbox(clock: Clock, stateFile: string): Promise<ClearstorySandbox> {
  return startClearstorySandbox({ clock, stateFile });
}

/** What opens the sandbox, in place of real secrets; another key is taken for this run only, so that its refusal can be practised. */
export function sandboxSecrets(company: CompanyId): CompanySecrets {
  const { keyId, secret } = sandboxCredentials;
  const stored = new Map([
    ['clearstory.keyId', keyId],
    ['clearstory.secret', secret],
  ]);
  return createSecretStore(stored, () => null, {}).of(company, true);
}
