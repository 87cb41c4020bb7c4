import type { ItemRow } from '#shared/contract/procore.ts';
import type { ItemKey } from '#shared/domain/procore/item.ts';
import type { RigOptions } from '../engine/rig.ts';
import { type ProcoreEngineRig, startProcoreEngine } from './rig.ts';

/** The clinic of the practice Procore (2402), linked with job 2402; the companies of its contracts are linked with Sage's vendors. */
export type ClinicRig = ProcoreEngineRig & {
  /** The item of the contract with this number. */
  readonly contract: (number: string) => ItemKey;
  /** The item of a change order by the numbers of its contract and its own. */
  readonly change: (contract: string, number: string) => Promise<ItemKey>;
  /** Accepts with what is proposed, and these answers instead of it, and writes it; throws when it is refused. */
  readonly send: (key: ItemKey, answers?: Record<string, string>) => Promise<ItemRow>;
  /** What is proposed, with these answers instead of it. */
  readonly answers: (key: ItemKey, answers?: Record<string, string>) => Promise<Record<string, string>>;
  /** Origin ids of a contract in Procore: of its header, and of its lines. */
  readonly marks: (number: string) => { readonly header: string | null; readonly lines: readonly (string | null)[] };
  /** Gives the job a row in its budget (6-2) for a cost code, as somebody would in Sage. */
  readonly budgeted: (code: string) => Promise<void>;
  readonly packageMark: (key: ItemKey) => string | null;
};

export async function startClinic(options: RigOptions = {}, job = '2402'): Promise<ClinicRig> {
  const rig = await startProcoreEngine(options);
  await rig.read();
  await linkAll(rig, [{ key: { kind: 'project', id: `p:${rig.far.project(job)}` }, sageKey: job }]);
  await rig.push();
  await rig.read();
  const named = new Set(rig.store.procore.records.all('commitment').map(({ vendor }) => `p:${vendor ?? ''}`));
  const vendors = (await rig.rows('vendor')).filter(({ key, suggestion }) => suggestion !== null && named.has(key.id));
  await linkAll(
    rig,
    vendors.map(({ key, suggestion }) => ({ key, sageKey: suggestion?.sageKey ?? '' })),
  );
  await rig.push();
  return withSteps(rig, job);
}

async function linkAll(rig: ProcoreEngineRig, pairs: { readonly key: ItemKey; readonly sageKey: string }[]) {
  const { results } = await rig.ask('procore.link', { pairs });
  const refused = results.find(({ failure }) => failure !== null);
  if (refused?.failure) throw new Error(refused.failure.sentence);
}

function withSteps(rig: ProcoreEngineRig, job: string): ClinicRig {
  const { records } = rig.far.sandbox.control;
  const answers: ClinicRig['answers'] = async (key, given = {}) => {
    const { choices } = await rig.ask('procore.item', { key });
    return { ...Object.fromEntries(choices.map(({ name, value }) => [name, value])), ...given };
  };
  return {
    ...rig,
    answers,
    contract: (number) => ({ kind: 'commitment', id: `p:${rig.far.contract(number, job)}` }),
    change: async (contract, number) => {
      const of = rig.far.contract(contract, job);
      const found = rig.store.procore.records
        .all('change')
        .find((one) => one.commitment === of && one.number === number);
      if (found === undefined) throw new Error(`No change order ${number} of ${contract}`);
      return { kind: 'commitmentChange', id: `p:${found.id}` };
    },
    send: async (key, given = {}) => {
      const refused = await rig.accept(key, await answers(key, given));
      if (refused !== null) throw new Error(refused);
      await rig.push();
      return rig.row(key);
    },
    marks: (number) => {
      const id = rig.far.contract(number, job);
      const header = records('commitments').find((one) => one.id === id);
      const lines = records('contractLines').filter((one) => one.contract_id === id);
      return { header: header?.origin_id ?? null, lines: lines.map((one) => one.origin_id ?? null) };
    },
    budgeted: async (code) => {
      const [row] = await rig.inSage('SELECT * FROM bdglin WHERE recnum = ? ORDER BY linnum DESC LIMIT 1', job);
      const fresh = { ...row, _idnum: rowIdOf(code), linnum: Number(row?.linnum ?? 0) + 1, cstcde: code };
      const names = Object.keys(fresh);
      const values = Object.values(fresh).map((value) => (value === null ? null : String(value)));
      const places = names.map(() => '?').join(', ');
      await rig.inSage(`INSERT INTO bdglin (${names.join(', ')}) VALUES (${places})`, ...values);
    },
    packageMark: (key) => {
      const change = records('changeOrders').find((one) => `p:${one.id}` === key.id);
      return change?.origin_id ?? null;
    },
  };
}

/** Any that no other row has. */
function rowIdOf(code: string): string {
  return `00000000-0000-4000-8000-${code.replaceAll('.', '').padStart(12, '0')}`;
}
