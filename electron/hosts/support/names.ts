import { createHmac } from 'node:crypto';
import { everyEntry } from '#shared/domain/records.ts';
import type { KnownName } from '#shared/domain/support/scrub.ts';
import type { Store } from '../../engine/ports/store.ts';
import type { KnownCompany } from '../companies/knownCompanies.ts';

/** More than any company has; what stands in logs is of the records that were worked with. */
const mostRecords = 50_000;

/** Every name of a company's books and of its people that could stand in a text. */
export function namesOf(company: KnownCompany, store: Store | null, persons: readonly string[]): readonly KnownName[] {
  return [...namesInConfig(company), ...(store === null ? [] : namesInStore(store)), ...of('person', persons)];
}

function namesInStore(store: Store): readonly KnownName[] {
  const { sage, projects, procore } = store;
  const all = { limit: mostRecords };
  const jobs = sage.search('job', all);
  const vendors = sage.search('vendor', all);
  const { rows } = store.history.list({ ...everyEntry, limit: 200 });
  return [
    ...of(
      'job',
      jobs.flatMap(({ name, shortName }) => [name, shortName]),
    ),
    ...of(
      'client',
      jobs.map(({ clientName }) => clientName),
    ),
    ...of(
      'vendor',
      vendors.flatMap(({ name, shortName }) => [name, shortName]),
    ),
    ...of(
      'project',
      projects.all().flatMap(({ title, customerName }) => [title, customerName ?? '']),
    ),
    ...of(
      'project',
      procore.records.all('project').map(({ name }) => name),
    ),
    ...of(
      'vendor',
      procore.records.all('vendor').map(({ name }) => name),
    ),
    ...of(
      'person',
      [...new Set(rows.map(({ by }) => by))].filter((by) => by !== 'Plumbline'),
    ),
  ];
}

/** Where the books are: support needs how they are reached, not where. */
function namesInConfig({ name, config: { sage } }: KnownCompany): readonly KnownName[] {
  if (sage?.kind !== 'odbc' || 'fromEnvironment' in sage.connection) return of('company', [name]);
  const { connection } = sage;
  const server = 'server' in connection ? [connection.server, ...connection.server.split(/[\\,]/, 1)] : [];
  const user = 'user' in connection ? [connection.user ?? ''] : [];
  return [
    ...of('company', [name]),
    ...of('server', server),
    ...of('database', [connection.database]),
    ...of('login', user),
  ];
}

function of(kind: string, names: readonly string[]): readonly KnownName[] {
  return names.filter((name) => name.trim() !== '').map((name) => ({ kind, name }));
}

/** The same name is the same pseudonym in every package of this installation, and nobody can try names until one fits. */
export function createPseudonym(key: string): (known: KnownName) => string {
  return ({ kind, name }) =>
    `${kind}-${createHmac('sha256', key).update(name.trim().toLowerCase()).digest('hex').slice(0, 6)}`;
}
