import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { maxMessageBytes } from '#shared/contract/messageSize.ts';
import { sageKinds } from '#shared/domain/sage/facts.ts';
import type { SageCompany } from '../../../electron/engine/ports/sageCompany.ts';
import type { WorkerProcess } from '../../../electron/sage/worker/process.ts';
import { applied, approval, createPlan, plainJob } from '../../contracts/sageCompanyPlans.ts';
import { companyOver, embedded, got, odbc, sampleFiles } from '../../contracts/sageCompanyRig.ts';
import { startRig } from './rig.ts';

const files = sampleFiles();

/** Bytes of the largest frame of either direction, as they cross: at most two for each UTF-16 unit. */
function measuring() {
  let largest = 0;
  const measured = (frame: unknown) => {
    largest = Math.max(largest, String(frame).length * 2);
  };
  const between = (child: WorkerProcess): WorkerProcess => ({
    ...child,
    send: (frame) => {
      measured(frame);
      child.send(frame);
    },
    onFrame: (listener) =>
      child.onFrame((frame) => {
        measured(frame);
        listener(frame);
      }),
  });
  return { between, largest: () => largest };
}

type Pages = { readonly records: readonly unknown[]; readonly rowsRead: number; readonly pages: number };

async function everyPage(company: SageCompany, kind: (typeof sageKinds)[number]): Promise<Pages> {
  const records: unknown[] = [];
  let rowsRead = 0;
  let pages = 0;
  let after: string | null = null;
  do {
    const page: { records: readonly unknown[]; rowsRead: number; next: string | null } = got(
      await company.read(kind, { changedFrom: null, after }),
    );
    records.push(...page.records);
    rowsRead += page.rowsRead;
    pages += 1;
    after = page.next;
  } while (after !== null);
  return { records, rowsRead, pages };
}

describe('the company of a worker', () => {
  it('answers exactly what the same company answers in this process', async () => {
    const file = files.fresh();
    const local = companyOver(() => odbc.open(file));
    const { sage } = startRig(file);
    for (const kind of sageKinds) {
      const [here, there] = [await everyPage(local, kind), await everyPage(sage, kind)];
      expect([kind, there.records, there.rowsRead]).toEqual([kind, here.records, here.rowsRead]);
    }
    const tables = got(await local.snapshotTables());
    const [table] = tables;
    if (table === undefined) throw new Error('No table');
    const asked: readonly ((company: SageCompany) => Promise<unknown>)[] = [
      (company) => company.fingerprints(sageKinds),
      (company) => company.record('budget', plainJob),
      (company) => company.record('phase', '2401/2'),
      (company) => company.record('payableInvoice', '99999999'),
      (company) => company.reasonsUsed(),
      (company) => company.changeOrder('1001'),
      (company) => company.changeOrder('99999999'),
      (company) => company.changeOrder('not a number'),
      (company) => company.subcontractsOf(plainJob),
      (company) => company.budgetedCodes('2401'),
      (company) => company.lookUp(createPlan(), approval('never')),
      (company) => company.inspect('sampleFile', '2026-11-22T10:00:00.000Z'),
      (company) => company.snapshotTables(),
      (company) => company.snapshotRows(table, 0),
      (company) => company.apply({ ...createPlan(), steps: [] }, approval('nothing')),
    ];
    for (const ask of asked) expect(await ask(sage)).toEqual(await ask(local));
  });
});

describe('messages', () => {
  it('stay far below 256 kB while long texts are read, in pages that leave nothing out', async () => {
    const file = files.fresh();
    const database = new Database(file);
    database.prepare('UPDATE prmchg SET ntetxt = ?').run('日本 “5/8″” '.repeat(360));
    database.close();
    const { between, largest } = measuring();
    const { sage } = startRig(file, { between });
    const here = await everyPage(
      companyOver(() => embedded.open(file)),
      'changeOrder',
    );
    const there = await everyPage(sage, 'changeOrder');
    expect(there.records).toEqual(here.records);
    expect(there.rowsRead).toBe(here.rowsRead);
    expect(there.pages).toBeGreaterThan(3);
    // A quarter of what may cross, and well filled.
    expect(largest()).toBeLessThanOrEqual(maxMessageBytes / 4);
    expect(largest()).toBeGreaterThan(maxMessageBytes / 8);
  });

  it('carry a plan, a receipt and a change order of 1,000 lines in several frames', async () => {
    const { between, largest } = measuring();
    const { sage, heard } = startRig(files.fresh(), { between });
    const amounts = Array.from({ length: 500 }, (_, index) => `${index}.0${index % 10}`);
    const outcome = await sage.apply(createPlan({ amounts }), approval('a'));
    const { receipt, changeOrder } = applied(outcome);
    expect(receipt.rows).toHaveLength(1_001);
    expect(changeOrder.budget.map(({ amount }) => amount)).toEqual(amounts);
    expect(heard.filter((kind) => kind === 'rest').length).toBeGreaterThan(2);
    expect(largest()).toBeLessThanOrEqual(maxMessageBytes);
    expect(got(await sage.changeOrder(receipt.record))).toEqual(changeOrder);
    const { records } = await everyPage(sage, 'changeOrder');
    expect(records).toContainEqual(changeOrder);
  });
});
