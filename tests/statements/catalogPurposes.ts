import type { SnapshotTable } from '#shared/domain/certification/snapshot.ts';
import { inspect } from '../../electron/sage/catalog/inspect.ts';
import type { SqlConnection } from '../../electron/sage/connection.ts';
import { readSnapshotRows, readSnapshotTables, unseenTables } from '../../electron/sage/snapshot/readSnapshot.ts';
import type { Purpose } from './purposes.ts';
import { mssql, type Sent } from './rehearsal.ts';

/** Questions that are the same whatever the answers, and that SQLite is asked in another way: all are answered with nothing. */
async function asked(
  by: 'inspect' | 'snapshotTables' | 'snapshotRows',
  work: (connection: SqlConnection) => Promise<unknown>,
): Promise<readonly Sent[]> {
  const sent: Sent[] = [];
  const nothing = async () => undefined;
  const query: SqlConnection['query'] = async (sql, parameters = []) => {
    sent.push({ sql, parameters, by });
    return [];
  };
  await work({ query, begin: nothing, commit: nothing, rollback: nothing, close: nothing });
  return sent;
}

/** A table as some other program may have made it, with a column of each type. */
const foreign: SnapshotTable = {
  name: 'other.notes',
  schema: 'other',
  columns: [
    { name: 'id', kind: 'rowId', type: 'uniqueidentifier' },
    { name: 'price', kind: 'decimal', type: 'money' },
    { name: 'share', kind: 'other', type: 'float' },
    { name: 'day', kind: 'date', type: 'date' },
    { name: 'at', kind: 'moment', type: 'datetime2' },
    { name: 'words', kind: 'text', type: 'nvarchar' },
    { name: 'old words', kind: 'text', type: 'ntext' },
    { name: 'a]b', kind: 'whole', type: 'int' },
  ],
  uncompared: [],
  key: [],
};

export async function catalogPurposes(): Promise<readonly Purpose[]> {
  const rows = (table: SnapshotTable) =>
    asked('snapshotRows', (connection) => readSnapshotRows(connection, 'mssql', table, 500));
  return [
    {
      catalog: true,
      title: 'Inspecting the company: its catalog, the rights of the login, the place of the markers',
      sent: await asked('inspect', (connection) =>
        inspect({ connection, dialect: mssql, markers: 'companionDatabase', at: '2026-11-30T10:00:00.000Z' }),
      ),
    },
    {
      catalog: true,
      title: 'For the certificate: does the login see every table?',
      sent: await asked('snapshotTables', (connection) => unseenTables(connection, mssql, 'Company')),
    },
    {
      catalog: true,
      title: 'For the certificate: which tables there are',
      sent: await asked('snapshotTables', (connection) => readSnapshotTables(connection, mssql)),
    },
    {
      catalog: true,
      title: 'For the certificate: every row of every table, here of one without a key',
      sent: [...(await rows(foreign)), ...(await rows({ ...foreign, key: ['id'] }))],
    },
  ];
}
