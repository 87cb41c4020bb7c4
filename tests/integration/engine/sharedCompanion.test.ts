import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { companyIdOf } from '#shared/domain/company.ts';
import type { SageCompany } from '../../../electron/engine/ports/sageCompany.ts';
import { createSystemRandom } from '../../../electron/hosts/random.ts';
import { createSageCompany } from '../../../electron/sage/company.ts';
import { openOdbc } from '../../../electron/sage/connection/odbc.ts';
import type { Dialect } from '../../../electron/sage/dialect/dialect.ts';
import { createSqliteDialect } from '../../../electron/sage/dialect/sqlite.ts';
import { type EngineRig, startRig } from './rig.ts';
import { corsOf, isToPush, mapJob, push } from './steps.ts';

/** Two companies of one server keep their proofs in one companion database, and both have a COR of the same id. */

const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup();
});

function newCompanion(): string {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-companion-'));
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'companion.db');
}

/** The companion beside the company's own file, as another database of the same server. */
function sharing(companion: string, named: { readonly database: string }): Dialect {
  const dialect = createSqliteDialect();
  const table = dialect.markerTable;
  const there = `SELECT "name" AS "there" FROM "companion"."sqlite_schema" WHERE '"' || "name" || '"' = '${table}'`;
  return {
    ...dialect,
    session: [...dialect.session, `ATTACH DATABASE '${companion}' AS "companion"`],
    markerTable: `"companion".${table}`,
    get ownDatabase() {
      return `'${named.database}'`;
    },
    catalog: { ...dialect.catalog, markersThere: there },
  };
}

/** `named`: what the server calls the company's database at the moment. */
async function startSharing(companion: string, named: { readonly database: string }): Promise<EngineRig> {
  const dialect = sharing(companion, named);
  const over = (sageFile: string) =>
    openOdbc({ connectionString: `Driver=SQLite3;Database=${sageFile};FKSupport=1;Timeout=200`, dialect: 'sqlite' });
  const sage = (_: SageCompany, sageFile: string): SageCompany =>
    createSageCompany({
      open: () => over(sageFile),
      dialect,
      random: createSystemRandom(),
      companyId: companyIdOf('cascade'),
      companyName: named.database,
      server: 'one server',
    });
  const rig = await startRig({ sage });
  const connection = await over(rig.sageFile);
  await connection.query(`ATTACH DATABASE '${companion}' AS "companion"`);
  const { markerTable } = createSqliteDialect();
  const [table] = await connection.query(
    `SELECT "sql" FROM "main"."sqlite_schema" WHERE '"' || "name" || '"' = '${markerTable}'`,
  );
  const [there] = await connection.query(dialect.catalog.markersThere);
  if (there === undefined) await connection.query(String(table?.sql).replace(markerTable, dialect.markerTable));
  await connection.close();
  return rig;
}

const headers = async (rig: EngineRig) => (await rig.inSage('SELECT * FROM prmchg WHERE jobnum = 2402')).length;

/** Pushes the first approved COR of a job. Out: its id. */
async function pushFirst(rig: EngineRig): Promise<string> {
  const projectId = await mapJob(rig, '2402');
  const cor = (await corsOf(rig, projectId)).find(isToPush);
  if (cor === undefined) throw new Error('No approved COR');
  const before = await headers(rig);
  expect((await push(rig, [cor.id])).state).toMatchObject({ name: 'done' });
  expect(await headers(rig)).toBe(before + 1);
  return cor.id;
}

async function expectNothingToDecide(rig: EngineRig) {
  await rig.sync('sage', 'push');
  expect((await rig.ask('home.attention', {})).items).toEqual([]);
}

it('what one company pushed is nothing that another one would have to know', async () => {
  const companion = newCompanion();
  const first = await startSharing(companion, { database: 'Cascade' });
  const second = await startSharing(companion, { database: 'Ridge' });
  expect(await pushFirst(first)).toBe(await pushFirst(second));
  for (const rig of [first, second]) await expectNothingToDecide(rig);
});

it('a database that was given another name still has its proofs', async () => {
  const named = { database: 'Cascade' };
  const rig = await startSharing(newCompanion(), named);
  await pushFirst(rig);
  named.database = 'Cascade Ridge';
  await expectNothingToDecide(rig);
});
