import { companyIdOf } from '#shared/domain/company.ts';
import type { Plan } from '#shared/domain/plan.ts';
import type { WriteMode } from '#shared/domain/writeMode.ts';
import { createSystemRandom } from '../../../electron/hosts/random.ts';
import { createSageCompany } from '../../../electron/sage/company.ts';
import { openOdbc } from '../../../electron/sage/connection/odbc.ts';
import { createSqliteDialect } from '../../../electron/sage/dialect/sqlite.ts';
import { type EngineRig, type RigOptions, startRig } from './rig.ts';
import { approve, corsOf, isToPush, mapJob } from './steps.ts';

export async function choose(rig: EngineRig, mode: WriteMode): Promise<void> {
  const { settings } = await rig.ask('settings.get', {});
  await rig.ask('settings.save', { settings: { ...settings, writing: { ...settings.writing, mode } } });
}

/** A change order that was approved to be typed. */
export async function waiting(
  options: RigOptions = {},
): Promise<{ readonly rig: EngineRig; readonly cor: string; readonly id: string }> {
  const rig = await startRig(options);
  const project = await mapJob(rig, '2402');
  const cor = (await corsOf(rig, project)).find(isToPush)?.id;
  if (cor === undefined) throw new Error('No approved COR');
  await choose(rig, 'handEntry');
  return { rig, cor, id: await approve(rig, [cor]) };
}

/** Types a plan field by field, as Sage's program would write it, over real ODBC and in a process of its own as far as Plumbline knows. */
export async function typeInSage(rig: EngineRig, plan: Plan): Promise<string> {
  const person = createSageCompany({
    open: () =>
      openOdbc({ connectionString: `Driver=SQLite3;Database=${rig.sageFile};FKSupport=1;`, dialect: 'sqlite' }),
    dialect: createSqliteDialect(),
    random: createSystemRandom(),
    companyId: companyIdOf('cascade'),
    companyName: 'Cascade Ridge Builders',
    server: 'Sage',
  });
  const typed = { ...plan, steps: plan.steps.map((step) => ({ ...step, columns: step.columns.map(withoutOwnId) })) };
  const outcome = await person.apply(typed, {
    company: companyIdOf('cascade'),
    operationKey: `typed ${rig.clock.now()}`,
    stores: ['sampleFile'],
    newestRecord: '0',
    planHash: 'typed',
    installation: '',
    person: 'Ana at Sage',
    at: rig.clock.now(),
    officeTime: '2026-11-23 09:30:00.000',
  });
  if (outcome.outcome !== 'applied') throw new Error(JSON.stringify(outcome));
  // What Plumbline would have left behind and Sage's program does not.
  await rig.inSage("DELETE FROM plumbline_push_marker WHERE operation_key LIKE 'typed%'");
  return outcome.receipt.record;
}

/** Nobody types a COR's id. */
function withoutOwnId(column: Plan['steps'][number]['columns'][number]) {
  return column.column === 'usrdf2' ? { ...column, cell: { kind: 'text', text: '' } as const } : column;
}

export const planOf = (rig: EngineRig, id: string): Plan => {
  const plan = rig.store.transfers.get(id)?.plan;
  if (!plan) throw new Error('No plan');
  return plan;
};

/** A change order of somebody else's, with nothing of a plan's: the first one of the job once more, with a number of its own. */
export async function typedByAna(rig: Pick<EngineRig, 'inSage'>, job = '2402'): Promise<string> {
  const [first = {}] = await rig.inSage(`SELECT * FROM prmchg WHERE jobnum = ${job} ORDER BY recnum LIMIT 1`);
  const [newest] = await rig.inSage('SELECT CAST(MAX(recnum) + 1 AS TEXT) AS next FROM prmchg');
  const record = String(newest?.next);
  const own = { _idnum: 'a0000000-0000-4000-8000-000000000001', recnum: record, chgnum: '77', usrdf2: '' };
  const row = { ...first, ...own, upddte: '2099-01-01 08:00:00.000', dscrpt: 'Typed by Ana' };
  const names = Object.keys(row).map((name) => `"${name}"`);
  await rig.inSage(
    `INSERT INTO prmchg (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    ...Object.values(row).map((value) => (value === null ? null : String(value))),
  );
  return record;
}
