import type { Check, Plan } from '#shared/domain/plan.ts';
import { type ItemKey, procoreIdOf, procoreItem } from '#shared/domain/procore/item.ts';
import type { ProcoreCommitment, ProcoreVendor } from '#shared/domain/procore/records.ts';
import type { ItemTransfer } from '#shared/domain/records.ts';
import { type Context, planHash } from '../../electron/engine/context.ts';
import { queueAct } from '../../electron/engine/procore/queueAct.ts';
import { itemSource } from '../../electron/engine/procore/source.ts';
import { subcontractPlan, vendorPlan } from '../contracts/otherRecordPlans.ts';
import { commitmentOf, procoreLinkOf, vendorOf } from '../contracts/procoreRecords.ts';
import { wordOf } from './sage/commitsOf.ts';
import { type JobNumber, jobs, knownVendor } from './sage/company.ts';
import { silentFingerprint } from './sage/dialect.ts';
import { poison } from './sage/server.ts';

/** Items of Procore that scenarios push: a vendor, which belongs to no job, and subcontracts with lines. */
export type ItemTemplate = { readonly transfer: ItemTransfer; readonly record: ProcoreVendor | ProcoreCommitment };

type Kind = Context['kindModule'];

/** What the heart asks a kind for: the real ones would do the same with more fields. */
export const simulatedKind: Kind = (kind) => ({
  source: ({ store }, key) => {
    const id = procoreIdOf(key) ?? '';
    return kind === 'vendor' ? store.procore.records.get('vendor', id) : store.procore.records.get('commitment', id);
  },
  settleTransfer: (context, key, { transferId, receipt, marker, by }) => {
    const sageKey = receipt?.record ?? marker?.record ?? '';
    const link = procoreLinkOf(procoreIdOf(key) ?? '', 'p-1', { item: key, sageKey, transferId, by });
    context.store.procore.links.save(link);
    const calls = [{ op: 'vendor.origin' as const, vendor: link.procoreId, origin: { id: link.originId, code: null } }];
    queueAct(context, { item: key, purpose: 'acknowledge', title: 'Tell Procore', calls, settle: '', by });
  },
  settleAct: () => undefined,
});

/** As the kind would plan it now; null when the item is gone. */
export function planOfItem(context: Context, key: ItemKey): Plan | null {
  const source = itemSource(context, key);
  const record = simulatedKind(key.kind).source(context, key) as ItemTemplate['record'] | null;
  if (source === null || record === null) return null;
  const plan = 'title' in record ? subcontractOf(record) : vendorPlan(`${record.name} ${wordOf(key)}`);
  const sources = [{ corId: key.id, number: record.id, snapshotHash: source.hash }];
  return { ...plan, company: context.company, fingerprint: silentFingerprint, sources };
}

function subcontractOf({ id, project, title, number }: ProcoreCommitment): Plan {
  const job = project as JobNumber;
  const words = `${title} ${wordOf(procoreItem('commitment', id))}`;
  const open: Check = {
    table: 'actrec',
    where: { recnum: job },
    expect: 'one',
    columns: { status: ['4'] },
    sentence: `Job ${job} is not current.`,
  };
  return {
    ...subcontractPlan({ vendor: knownVendor, job, number, description: words, amounts: ['500.00'] }),
    checks: [open],
  };
}

/** Approved as a person would have done it. Call it where the store is empty: it saves the records. */
export function itemTemplates(context: Context, instant: string): readonly ItemTemplate[] {
  const vendors = ['v1', 'v2'].map((id) => vendorOf(id, `Vendor ${id}`));
  const commitments = jobs.flatMap((job) => [
    commitmentOf(`${job}-c1`, job, 'Glazing'),
    commitmentOf(`${job}-c2`, job, 'Steel'),
  ]);
  const poisoned = commitmentOf('c9', jobs[0], `Roof ${poison}`);
  context.store.procore.records.upsert('vendor', vendors);
  context.store.procore.records.upsert('commitment', [...commitments, poisoned]);
  const of = (item: ItemKey, record: ItemTemplate['record']): ItemTemplate => {
    const [plan, source] = [planOfItem(context, item), itemSource(context, item)];
    if (plan === null || source === null) throw new Error(`No plan of ${item.id}`);
    return { record, transfer: { ...transferOf(plan, instant), id: `t ${item.id}`, item, source } };
  };
  return [
    ...vendors.map((record) => of(procoreItem('vendor', record.id), record)),
    ...[...commitments, poisoned].map((record) => of(procoreItem('commitment', record.id), record)),
  ];
}

function transferOf(plan: Plan, instant: string): Omit<ItemTransfer, 'id' | 'item' | 'source'> {
  return {
    cloud: 'procore',
    businessKey: plan.businessKey,
    title: plan.title,
    job: plan.target.job,
    projectId: null,
    choices: {},
    plan,
    planHash: planHash(plan),
    newestRecord: '0',
    state: { name: 'queued', since: instant, attempt: 0 },
    attempts: [],
    receipt: null,
    createdAt: instant,
    createdBy: 'Dana',
    approvedAt: instant,
    approvedBy: 'Dana',
    updatedAt: instant,
  };
}
