import { headerTable, type PlanKind } from '#shared/domain/plan.ts';
import { sageKinds } from '#shared/domain/sage/facts.ts';
import type { ReadQuery, SageCompany } from '../../electron/engine/ports/sageCompany.ts';
import { createTableStatements } from '../../electron/sage/ddl.ts';
import { markerStatements } from '../../electron/sage/markers/table.ts';
import { insertStatements } from '../../electron/sandbox/sampleCompany/insertStatements.ts';
import { sampleRows } from '../../electron/sandbox/sampleCompany/sampleRows.ts';
import { countRecords, givenOut } from '../contracts/countedRecords.ts';
import { createPlan, madeNow } from '../contracts/sageCompanyPlans.ts';
import { companyOver, embedded, withConnection } from '../contracts/sageCompanyRig.ts';
import { catalogPurposes } from './catalogPurposes.ts';
import { everyItemPlan } from './itemPlans.ts';
import { approvalOf, everyPlan, type NamedPlan } from './plans.ts';
import { mssql, type Sent, sentToSqlServer } from './rehearsal.ts';

/** A heading of the listing and what is sent for it. */
export type Purpose = {
  readonly title: string;
  readonly sent: readonly Sent[];
  /** The kind of the plan that is written. */
  readonly kind?: PlanKind;
  /** Asks about the database itself, not for what Sage keeps in it. */
  readonly catalog?: true;
};

const bare = (statements: readonly string[]): readonly Sent[] => statements.map((sql) => ({ sql, parameters: [] }));

/** More lines than a page holds, in everything that is read as a whole. */
const crowd = 1001;

async function crowded(file: string): Promise<void> {
  await withConnection(embedded, file, async (connection) => {
    await connection.query('PRAGMA foreign_keys = OFF');
    for (const sql of [
      `INSERT INTO bdglin (_idnum, _idref, recnum, phsnum, linnum, ntetxt) SELECT 'b' || n, 'x', 2402, 9, n, '' FROM numbers`,
      `INSERT INTO sbcnln (_idnum, _idref, recnum, linnum, dscrpt, ntetxt) SELECT 's' || n, 'x', 210, n + 9, 'Line', '' FROM numbers`,
      `INSERT INTO pcorln (_idnum, _idref, recnum, linnum, ntetxt) SELECT 'o' || n, 'x', 501, n + 9, '' FROM numbers`,
      `INSERT INTO apivln (_idnum, _idref, recnum, linnum) SELECT 'i' || n, 'x', 3001, n + 9 FROM numbers`,
      `INSERT INTO pmcgln (_idnum, _idref, recnum, linnum, dscrpt, ntetxt) SELECT 'p' || n, 'x', 1001, n + 9, 'Line', '' FROM numbers`,
      `INSERT INTO sbcgln (_idnum, _idref, recnum, linnum, dscrpt, ntetxt) SELECT 'g' || n, 'x', 1001, n + 9, 'Line', '' FROM numbers`,
    ]) {
      await connection.query(
        `WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ${crowd}) ${sql}`,
      );
    }
  });
}

/** Everything that the product can send to SQL Server, by what it is for. In: makes a fresh sample company's file. */
export async function everyPurpose(fresh: () => string): Promise<readonly Purpose[]> {
  const purposes: Purpose[] = [];
  const add = (title: string, sent: readonly Sent[], kind?: PlanKind) =>
    void purposes.push({ title, sent, ...(kind === undefined ? {} : { kind }) });
  const file = fresh();
  await crowded(file);
  const asking = async (title: string, work: (company: SageCompany) => Promise<unknown>) =>
    add(title, await sentToSqlServer(file, work));

  add('Every new connection, before anything else', bare(mssql.session));
  await asking('Is the company there?', (company) => company.test());
  await asking('Has anything changed? One row for each kind', (company) => company.fingerprints(sageKinds));
  for (const kind of sageKinds) {
    const reading = (words: string, query: ReadQuery) =>
      asking(`Reading every ${kind}: ${words}`, (company) => company.read(kind, query));
    await reading('the first page', { changedFrom: null, after: null });
    await reading('a page after another', { changedFrom: null, after: kind === 'phase' ? '2401/2' : '1' });
    await reading('what changed since', { changedFrom: '2026-01-01 00:00:00.000', after: null });
  }
  for (const kind of sageKinds) {
    const key = kind === 'phase' ? '2401/2' : '1';
    await asking(`One ${kind} as it is now`, (company) => company.record(kind, key));
  }
  await asking('One change order with its lines', (company) => company.changeOrder('1001'));
  await asking('The subcontracts of a job', (company) => company.subcontractsOf('2402'));
  await asking('The budgeted cost codes of a job', (company) => company.budgetedCodes('2402'));
  await asking('Reasons used before', (company) => company.reasonsUsed());
  await asking('Was a plan written? Under the lock of its job', (company) =>
    company.lookUp(createPlan(), approvalOf('transfer')),
  );
  await asking('Did proofs come or go? Before each run', (company) =>
    company.proofSigns(['companionDatabase', 'recordFields']),
  );
  await asking('Every proof in the table', async (company) => {
    await company.tableProofs(null);
    await company.tableProofs('transfer');
  });
  await asking('Every proof in a record', (company) => company.fieldProofs('1001'));
  const planned = fresh();
  const write = async ({ title, plan }: NamedPlan, planFile: string) => {
    const work = (company: SageCompany) => company.apply(plan, approvalOf(title));
    add(`Writing ${title}`, await sentToSqlServer(planFile, work), plan.kind);
  };
  await everyPlan(planned, write);
  await everyItemPlan(fresh(), async ({ title, plan }, planFile) => {
    const typed = () => sentToSqlServer(planFile, (company) => company.typedRecords(plan, null));
    add(`What may have been typed for ${title}: before it is written`, await typed());
    await write({ title, plan }, planFile);
    add(`What may have been typed for ${title}: once it is there`, await typed());
    // Change orders are read as such.
    if (headerTable(plan) === 'prmchg') return;
    const written = await sentToSqlServer(planFile, (company) => company.typedRecords(plan, '1'));
    add(`What stands in Sage of ${title}, where its proof was found`, written);
  });
  const inRecords = async ({ title, plan }: NamedPlan, planFile: string) => {
    const search = { ...approvalOf(title), stores: ['recordFields'] } as const;
    add(
      `Was ${title} written? The proof would be in the record`,
      await sentToSqlServer(planFile, (company) => company.lookUp(plan, search)),
    );
    add(
      `Writing ${title}, with the proof in the record`,
      await sentToSqlServer(planFile, (company) => company.apply(plan, search)),
    );
  };
  await everyPlan(fresh(), inRecords, 'recordFields');
  await everyItemPlan(
    fresh(),
    async (named, planFile) => {
      // Only change orders have a field for it.
      if (headerTable(named.plan) === 'prmchg') await inRecords(named, planFile);
      else await sentToSqlServer(planFile, (company) => company.apply(named.plan, approvalOf(named.title)));
    },
    'recordFields',
  );
  const again = () => (company: SageCompany) => company.apply(createPlan(), approvalOf('twice'));
  await sentToSqlServer(planned, again());
  add('Writing what is there already', await sentToSqlServer(planned, again()));
  const counted = fresh();
  await countRecords(embedded, counted);
  const leftToServer = await madeNow(
    companyOver(() => embedded.open(counted)),
    givenOut(createPlan(), 'default'),
  );
  const numbered = (company: SageCompany) => company.apply(leftToServer, approvalOf('counted'));
  add('Writing a change order whose record number SQL Server gives out', await sentToSqlServer(counted, numbered));
  purposes.push(...(await catalogPurposes()));
  add('The table of markers, in the companion database', bare(markerStatements(mssql)));
  add('The tables of a sample company', bare(createTableStatements('mssql')));
  add('The rows of a sample company, as many at a time as fit', firstRows());
  return purposes;
}

function firstRows(): readonly Sent[] {
  const byTable = Map.groupBy(sampleRows(), ({ table }) => table);
  const first = [...byTable.values()].flatMap((rows) => rows.slice(0, 1));
  return [...insertStatements('mssql', first)].map(({ sql, params }) => ({ sql, parameters: params }));
}
