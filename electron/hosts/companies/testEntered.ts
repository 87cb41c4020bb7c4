import type { HostRequestOf, HostResponseOf } from '#shared/contract/companies.ts';
import { companyIdOf } from '#shared/domain/company.ts';
import { type Result, succeed } from '#shared/domain/failure.ts';
import { installedDrivers } from '../../sage/drivers/installedDrivers.ts';
import { connectionString } from '../connectionString.ts';
import { variableOf } from '../secretNames.ts';
import { testOnce } from '../testOnce.ts';
import type { HostContext } from './hostRequests.ts';
import { isSameLogin } from './passwordElsewhere.ts';

/** Tests a connection as it stands in the form, saved or not. Nothing of it is kept. */
export async function testEntered(
  { id, connection, password }: HostRequestOf<'companies.test'>,
  context: HostContext,
): Promise<Result<HostResponseOf<'companies.test'>>> {
  const { clock, logger, surroundings } = context.companies;
  const { environment, launchWorker, hide } = surroundings;
  const companionDatabase = 'PlumblineCompanion';
  const text = connectionString(
    { kind: 'odbc', dialect: 'mssql', companionDatabase, connection },
    {
      password: password ?? storedFor({ id, connection }, context),
      passwordVariable: variableFor(id, context),
      environment,
      drivers: await installedDrivers(process.platform, environment),
    },
  );
  if (!text.ok) return text;
  if (password !== null) hide([password]);
  const setup = {
    connectionString: text.value,
    database: { dialect: 'mssql', companionDatabase },
    companyId: companyIdOf('trial'),
    companyName: connection.database,
    server: connection.server,
  } as const;
  return succeed({ steps: await testOnce(setup, { launch: launchWorker, clock, logger }) });
}

/** A company that is not kept yet has none of its own so far. */
function variableFor(id: HostRequestOf<'companies.test'>['id'], { companies, secrets }: HostContext): string {
  const known = companies.known().find((one) => one.id === id);
  return known === undefined
    ? variableOf('sage.password')
    : secrets.of(known.id, known.plainSecrets).variable('sage.password');
}

/** The stored password, if it was entered for this very server and login. */
function storedFor(
  { id, connection }: Pick<HostRequestOf<'companies.test'>, 'id' | 'connection'>,
  { companies, secrets }: HostContext,
): string | null {
  const known = companies.known().find((one) => one.id === id);
  if (known === undefined || !isSameLogin(connection, known)) return null;
  return secrets.of(known.id, known.plainSecrets).read('sage.password');
}
