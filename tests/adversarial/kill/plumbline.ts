import { join } from 'node:path';
import { companyIdOf } from '#shared/domain/company.ts';
import { type Context, createContext } from '../../../electron/engine/context.ts';
import { createSageCompany } from '../../../electron/sage/company.ts';
import { openOdbc } from '../../../electron/sage/connection/odbc.ts';
import { createSqliteDialect } from '../../../electron/sage/dialect/sqlite.ts';
import { openStore } from '../../../electron/store/store.ts';
import { noProcore } from '../../noProcore.ts';
import { connectionWithPoints, type FailPoint, storeWithPoints } from './failPoints.ts';

/*
 * What an engine needs to push from the files of a folder: the real store, and Sage over real ODBC. Nothing of the test framework, for
 * it also runs in a process of its own.
 */

const companyId = companyIdOf('sample');
export const storeFile = (folder: string) => join(folder, 'store.db');
export const sageFile = (folder: string) => join(folder, 'sage.db');

/** A kind of item that links with what was written: twice, and it would say so. */
const linking: Context['kindModule'] = () => ({
  source: () => ({}),
  settleAct: () => undefined,
  settleTransfer: ({ store }, item, { transferId, receipt, marker, by }) => {
    if (store.procore.links.get(item) !== null) throw new Error(`${item.id} was linked already`);
    const sageKey = receipt?.record ?? marker?.record ?? '';
    store.procore.links.save({
      item,
      procoreId: item.id.slice(2),
      project: null,
      sageKey,
      sageNumber: receipt?.number ?? marker?.number ?? '',
      job: null,
      originId: `plumbline:${sageKey}`,
      owner: 'procore',
      lines: [],
      agreed: {},
      transferId,
      at: now(),
      by,
    });
  },
});

const now = () => '2026-11-23T17:00:00.000Z';

export function openPlumbline(folder: string, point: FailPoint): Context {
  const opened = openStore({ file: storeFile(folder), company: companyId });
  if (!opened.ok) throw new Error(opened.failure.sentence);
  // A killed process leaves its journal behind: whoever opens the file next takes it back.
  const connectionString = `Driver=SQLite3;Database=${sageFile(folder)};Timeout=2000;FKSupport=1;`;
  let ids = 0;
  const random = {
    // No waiting between two tries.
    fraction: () => 0,
    uuid: () => {
      ids += 1;
      return `00000000-0000-4000-8000-${String(process.pid).padStart(8, '0')}${String(ids).padStart(4, '0')}`;
    },
  };
  const sage = createSageCompany({
    open: async () => connectionWithPoints(await openOdbc({ connectionString, dialect: 'sqlite' }), point),
    dialect: createSqliteDialect(),
    random,
    server: 'over ODBC',
    companyId,
    companyName: 'Sample Company',
  });
  const unused = async () => {
    throw new Error('The outbox needs nothing else');
  };
  return createContext(
    {
      company: companyId,
      companyName: 'Sample Company',
      companyKind: 'sample',
      server: 'over ODBC',
      markerTable: 'sampleFile',
      store: storeWithPoints(opened.value, point),
      sage,
      procore: noProcore,
      clearstory: new Proxy({}, { get: () => unused }) as Context['clearstory'],
      secrets: { has: () => false, read: () => null, write: () => ({ ok: true }), forget: () => null },
      clock: { now, monotonicMs: () => 0, after: () => () => undefined },
      random,
      logger: { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined },
      kindModule: linking,
      host: { kind: 'browser', version: '0', person: 'Dana Reyes', checks: async () => [] },
    },
    () => undefined,
  );
}
