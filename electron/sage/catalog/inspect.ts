import { compareSchema } from '#shared/domain/sage/catalog/compare.ts';
import type { Books, Catalog, Inspection, MarkerStore, Right } from '#shared/domain/sage/catalog.ts';
import { type SqlConnection, SqlFailure } from '../connection.ts';
import type { Dialect } from '../dialect/dialect.ts';
import { textAt } from '../dialect/statements.ts';
import { failureOf } from '../failures.ts';
import { ownerColumn } from '../markers/table.ts';
import { fingerprintOf, readSchema } from './readCatalog.ts';
import { readRightsHeld } from './rights.ts';

type Inspected = {
  readonly connection: SqlConnection;
  readonly dialect: Dialect;
  /** Where the proofs are to be kept. */
  readonly markers: MarkerStore;
  /** Instant of the inspection, ISO UTC. */
  readonly at: string;
};

/** Reads everything that decides whether Plumbline may write here. Changes nothing. In: a connection without a transaction. */
export async function inspect(inspected: Inspected): Promise<Inspection> {
  const { connection, dialect, markers } = inspected;
  const marker = await inspectMarkers(connection, dialect, markers);
  const server = await readServer(connection, dialect);
  return {
    catalog: await readCatalog(inspected, server.version),
    rights: [...(await rightsHere(connection, dialect)), ...marker.rights],
    marker: { store: markers, problem: marker.problem },
    serverTime: server.time,
    books: await readBooks(connection, dialect),
  };
}

async function readCatalog({ connection, dialect, at }: Inspected, serverVersion: string): Promise<Catalog> {
  const schema = await readSchema(connection, dialect.catalog);
  return { fingerprint: fingerprintOf(schema), readAt: at, serverVersion, ...compareSchema(schema) };
}

async function rightsHere(connection: SqlConnection, { catalog }: Dialect): Promise<readonly Right[]> {
  const rights: Right[] = [];
  for (const statement of catalog.rights) rights.push(...(await readRightsHeld(connection, statement)));
  return rights;
}

async function readServer(
  connection: SqlConnection,
  dialect: Dialect,
): Promise<{ readonly version: string; readonly time: string | null }> {
  const { server } = dialect.catalog;
  if (server === null) return { version: '', time: null };
  const [row] = await connection.query(server);
  if (row === undefined) return { version: '', time: null };
  const time = textAt(row, 'time');
  return { version: textAt(row, 'version') ?? '', time: time === null ? null : `${time}Z` };
}

/** A server that does not know these words is only not told from others. */
async function readBooks(connection: SqlConnection, { catalog }: Dialect): Promise<Books | null> {
  try {
    const [row] = await connection.query(catalog.books);
    const at = (name: string) => (row === undefined ? null : textAt(row, name));
    const database = at('database');
    return database === null ? null : { server: at('server') ?? '', database, guid: at('guid') ?? '' };
  } catch (error) {
    if (!(error instanceof SqlFailure) || error.phase === 'connect') throw error;
    return null;
  }
}

type Markers = { readonly problem: string | null; readonly rights: readonly Right[] };

/** A store that cannot be asked is a finding, not the end of the inspection. */
async function inspectMarkers(connection: SqlConnection, dialect: Dialect, store: MarkerStore): Promise<Markers> {
  if (store === 'recordFields') return { problem: null, rights: [] };
  try {
    // A column that tables of earlier versions lack: without it nothing could be written.
    const columns = [`COUNT(${dialect.name(ownerColumn.name)}) AS ${dialect.name('found')}`];
    await connection.query(dialect.select({ columns, from: dialect.markerTable, where: '1 = 0' }));
    const { markerRights } = dialect.catalog;
    const rights = markerRights === null ? [] : await readRightsHeld(connection, markerRights);
    return { problem: null, rights };
  } catch (error) {
    if (!(error instanceof SqlFailure)) throw error;
    const { detail } = failureOf(error, { company: '', server: '' });
    return { problem: `the table ${dialect.markerTable} cannot be read (${detail ?? error.message}).`, rights: [] };
  }
}
