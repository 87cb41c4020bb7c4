import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import type { Plan } from '#shared/domain/plan.ts';
import { commitmentKey } from '#shared/domain/procore/commitmentKey.ts';
import { procoreItem } from '#shared/domain/procore/item.ts';
import { standardSettings } from '#shared/domain/settings.ts';
import { type Context, createContext, planHash } from '../../../electron/engine/context.ts';
import { findEntries } from '../../../electron/engine/handEntry/findEntries.ts';
import { itemCandidates } from '../../../electron/engine/handEntry/itemEntries.ts';
import { judge } from '../../../electron/engine/handEntry/judge.ts';
import { typedMeanwhile } from '../../../electron/engine/handEntry/typedMeanwhile.ts';
import { approveItem } from '../../../electron/engine/push/approveItem.ts';
import { createTemplate } from '../../adversarial/doubtsRig.ts';
import { openPlumbline, sageFile } from '../../adversarial/kill/plumbline.ts';
import { subcontractPlan } from '../../contracts/otherRecordPlans.ts';
import { commitmentOf, procoreLinkOf, vendorOf } from '../../contracts/procoreRecords.ts';
import { approval, plainJob, sampleFingerprint } from '../../contracts/sageCompanyPlans.ts';
import { planOfItem, simulatedKind } from '../../simulation/items.ts';

const cleanups: (() => void)[] = [];
afterEach(() => {
  for (const cleanup of cleanups.splice(0)) cleanup();
});

const vendor = procoreItem('vendor', 'v1');

/** A company into which people type; one vendor of Procore is approved. */
async function awaiting(): Promise<{ context: Context; plan: Plan; id: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-items-'));
  await createTemplate(sageFile(folder));
  const ports = openPlumbline(folder, () => undefined);
  cleanups.push(() => {
    ports.store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const context = createContext({ ...ports, kindModule: simulatedKind }, () => undefined);
  const { writing } = standardSettings;
  context.store.settings.write({ ...standardSettings, writing: { ...writing, mode: 'handEntry' } });
  context.store.procore.records.upsert('vendor', [vendorOf('v1', 'Bay Area Glazing')]);
  const plan = planOfItem(context, vendor);
  if (plan === null) throw new Error('No plan');
  const approved = approveItem(context, {
    item: vendor,
    projectId: null,
    choices: {},
    plan,
    shownHash: planHash(plan),
  });
  if (!approved.ok) throw new Error(approved.failure.sentence);
  return { context, plan, id: approved.value };
}

/** What a person types, with this in place of what was approved. */
async function type(context: Context, plan: Plan, typed: Readonly<Record<string, string>> = {}): Promise<string> {
  const steps = plan.steps.map((step) => ({
    ...step,
    columns: step.columns.map((column) => {
      const other = typed[column.column];
      return other === undefined ? column : { ...column, cell: { kind: 'text' as const, text: other } };
    }),
  }));
  const key = { ...approval('typed by hand'), company: context.company };
  const outcome = await context.sage.apply({ ...plan, steps, fingerprint: sampleFingerprint }, key);
  if (outcome.outcome !== 'applied') throw new Error(JSON.stringify(outcome));
  return outcome.receipt.record;
}

const stateOf = ({ store }: Context, id: string) => store.transfers.get(id)?.state;

it('an item that was typed with every field as approved is linked by the next reading of Sage', async () => {
  const { context, plan, id } = await awaiting();
  expect(await findEntries(context)).toBeNull();
  expect(stateOf(context, id)).toMatchObject({ name: 'awaitingEntry', found: [] });
  const record = await type(context, plan);
  expect(await findEntries(context)).toBeNull();
  expect(stateOf(context, id)).toMatchObject({ name: 'done', record, number: record, typed: true });
  expect(context.store.transfers.get(id)?.receipt).toMatchObject({ record, differences: 0 });
  expect(context.store.procore.links.get(vendor)).toMatchObject({ sageKey: record, transferId: id });
  expect(context.store.procore.acts.open()).toHaveLength(1);
});

it('an item that was typed otherwise waits for a person, who takes it', async () => {
  const { context, plan, id } = await awaiting();
  const record = await type(context, plan, { shtnme: 'BAG' });
  await findEntries(context);
  expect(stateOf(context, id)).toMatchObject({ name: 'awaitingEntry', found: [{ record, differences: 1 }] });
  const transfer = context.store.transfers.get(id);
  if (transfer?.cloud !== 'procore') throw new Error('Gone');
  const candidates = await itemCandidates(context, transfer);
  if (!candidates.ok) throw new Error(candidates.failure.sentence);
  const [candidate] = candidates.value;
  expect(candidate?.compared.differences).toMatchObject([{ label: 'Short Name', typed: 'BAG' }]);
  expect((await judge(context, id, { record, hash: 'another' }, 'accept')).ok).toBe(false);
  expect((await judge(context, id, { record, hash: candidate?.hash ?? '' }, 'accept')).ok).toBe(true);
  expect(stateOf(context, id)).toMatchObject({ name: 'done', record });
  expect(context.store.procore.links.get(vendor)?.sageKey).toBe(record);
});

it('an item is not taken back while something like it was typed', async () => {
  const { context, plan, id } = await awaiting();
  const nothing = async () => [];
  expect(await typedMeanwhile(context, id, 'withdraw', nothing)).toBeNull();
  await type(context, plan);
  expect(await typedMeanwhile(context, id, 'withdraw', nothing)).toMatchObject({ code: 'entry.perhapsTyped' });
});

it('an item is accepted once at a time, and only as it was shown', async () => {
  const { context, plan } = await awaiting();
  const asked = { item: vendor, projectId: null, choices: {}, plan, shownHash: planHash(plan) };
  expect(approveItem(context, asked)).toMatchObject({ ok: false, failure: { code: 'transfer.rival' } });
  expect(approveItem(context, { ...asked, shownHash: 'another' })).toMatchObject({ failure: { code: 'plan.changed' } });
  context.store.procore.records.upsert('vendor', [vendorOf('v1', 'Bay Area Glass')]);
  expect(approveItem(context, asked)).toMatchObject({ failure: { code: 'plan.changed' } });
});

it('one record that two items wait for alike is nobody’s until a person says whose', async () => {
  const { context, plan, id } = await awaiting();
  const twin = procoreItem('vendor', 'v2');
  context.store.procore.records.upsert('vendor', [vendorOf('v2', 'Bay Area Glazing, again')]);
  const [source] = planOfItem(context, twin)?.sources ?? [];
  if (source === undefined) throw new Error('No source');
  const same = { ...plan, sources: [source] };
  const approved = approveItem(context, {
    ...{ item: twin, projectId: null, choices: {} },
    plan: same,
    shownHash: planHash(same),
  });
  if (!approved.ok) throw new Error(approved.failure.sentence);
  const record = await type(context, plan);
  await findEntries(context);
  const [mine, other] = [id, approved.value];
  for (const one of [mine, other]) {
    expect(stateOf(context, one)).toMatchObject({ name: 'awaitingEntry', found: [{ record, differences: 0 }] });
  }
  const transfer = context.store.transfers.get(other);
  if (transfer?.cloud !== 'procore') throw new Error('Gone');
  const candidates = await itemCandidates(context, transfer);
  const hash = candidates.ok ? (candidates.value[0]?.hash ?? '') : '';
  expect((await judge(context, other, { record, hash }, 'passOver')).ok).toBe(true);
  await findEntries(context);
  expect(stateOf(context, mine)).toMatchObject({ name: 'done', record });
  expect(stateOf(context, other)).toMatchObject({ name: 'awaitingEntry', found: [] });
});

it('a subcontract that belongs to another commitment is not taken for what was typed', async () => {
  const { context } = await awaiting();
  const commitment = procoreItem('commitment', 'c1');
  const { number, title } = { number: 'SC-77', title: 'Glazing' };
  context.store.procore.records.upsert('commitment', [commitmentOf('c1', plainJob, title, { number })]);
  const made = planOfItem(context, commitment);
  if (made === null) throw new Error('No plan');
  const plan = { ...made, steps: subcontractPlan({ vendor: '1230', number }).steps };
  const asked = { item: commitment, projectId: null, choices: {}, plan, shownHash: planHash(plan) };
  const approved = approveItem(context, asked);
  if (!approved.ok) throw new Error(approved.failure.sentence);
  const record = await type(context, plan);
  const linked = procoreLinkOf('c9', plainJob, { sageKey: commitmentKey('subcontract', record) });
  context.store.procore.links.save(linked);
  await findEntries(context);
  expect(stateOf(context, approved.value)).toMatchObject({ name: 'awaitingEntry', found: [] });
  context.store.procore.links.remove(linked.item);
  await findEntries(context);
  expect(stateOf(context, approved.value)).toMatchObject({ name: 'done', record });
});
