import { z } from 'zod';
import { parseMoney } from '#shared/domain/money.ts';
import type { Plan, Receipt } from '#shared/domain/plan.ts';
import type { ProcoreCall } from '#shared/domain/procore/call.ts';
import {
  type CommitmentType,
  commitmentOfKey,
  orderChangeKey,
  subcontractChangeKey,
} from '#shared/domain/procore/commitmentKey.ts';
import { type ItemKey, procoreItem } from '#shared/domain/procore/item.ts';
import type { ProcoreLink } from '#shared/domain/procore/link.ts';
import { originIdOf } from '#shared/domain/procore/origin.ts';
import { type ProcoreChange, procoreChangeSchema } from '#shared/domain/procore/records.ts';
import { type ChangeGroup, groupedByLine } from '#shared/domain/procore/rules/commitmentChange.ts';
import type { Context } from '../../../context.ts';
import type { ItemKindModule } from '../../kindModule.ts';
import { queueAct } from '../../queueAct.ts';
import { originCalls } from '../commitments/links.ts';
import { giveUpOldPair } from '../commitments/unlinking.ts';
import { plannedText } from '../shared/plannedText.ts';
import { sentRecord } from '../shared/sentRecord.ts';
import { subcontractAfter } from './after.ts';
import { agreedLine } from './orderLines.ts';

type Applied = Parameters<ItemKindModule['settleTransfer']>[2];

/** Where each group of lines went: the number of the line of the commitment in Sage. */
type Placed = { readonly group: ChangeGroup; readonly sageLine: string };

/** The change is in Sage: the pair, its lines and new lines of the commitment are kept before Procore is told. */
export const settleChange: ItemKindModule['settleTransfer'] = (context, key, applied) => {
  const change = sentRecord(procoreChangeSchema, applied.source, { updatedAt: '' });
  const known = context.store.procore.links.get(procoreItem('commitment', change.commitment));
  const parentLink = known ?? lostParent(change, applied);
  const type = commitmentOfKey(parentLink.sageKey)?.type ?? 'subcontract';
  const groups = groupedByLine(change.lines);
  const placed =
    type === 'subcontract' ? placedInSubcontract(context, applied, parentLink, groups) : placedInOrder(applied, groups);
  const link =
    type === 'subcontract'
      ? subcontractLink(context, key, { change, parentLink, placed, applied })
      : orderLink(context, key, { change, parentLink, placed, applied });
  giveUpOldPair(context, key, link.sageKey, applied.by, clearedMark);
  context.store.procore.links.save(link);
  const lineCalls = known === null ? [] : newLineCalls(context, type, known, placed);
  const calls = [...lineCalls, ...changeOriginCalls(link, change)];
  // Without its package nothing in Procore can be marked, and it was refused then.
  if (calls.length === 0) return;
  queueAct(context, {
    item: key,
    purpose: 'acknowledge',
    title: `Change order ${change.number} of commitment ${parentLink.agreed.number ?? parentLink.sageNumber} is ${link.sageNumber} in Sage`,
    calls,
    settle: '',
    by: applied.by,
  });
};

/** What is known of the commitment's pair where that was taken apart after the approval: the change is in Sage all the same. */
function lostParent(change: ProcoreChange, { plan, source, transferId, by }: Applied): ProcoreLink {
  const { parent } = z.object({ parent: z.string() }).parse(source);
  return {
    item: procoreItem('commitment', change.commitment),
    procoreId: change.commitment,
    project: change.project,
    sageKey: parent,
    sageNumber: parent,
    job: plan.target.job,
    originId: '',
    owner: 'procore',
    lines: [],
    agreed: {},
    transferId,
    at: '',
    by,
  };
}

function clearedMark({ project, agreed }: ProcoreLink): readonly ProcoreCall[] {
  const { package: name = '', commitment = '' } = agreed;
  if (name === '') return [];
  return [{ op: 'change.origin', project: project ?? '', package: name, commitment, origin: { id: null, code: null } }];
}

/** Existing lines are known by their pair; new ones got their number when they were written, and the change order names it as well. */
function placedInSubcontract(
  context: Context,
  { plan, receipt, marker }: Applied,
  parent: ProcoreLink,
  groups: readonly ChangeGroup[],
): readonly Placed[] {
  const of = commitmentOfKey(parent.sageKey);
  const record = receipt?.record ?? marker?.record ?? '';
  const written = context.store.sage
    .get('changeOrder', record)
    ?.budget.filter(({ subcontract }) => subcontract === of?.record);
  const placed = groups.map((group, index) => {
    const known = parent.lines.find(({ procoreId }) => procoreId === group.commitmentLine)?.sageLine;
    const row = receipt?.rows.find(({ step }) => step === `newSubcontractLine.${index}`)?.key.linnum;
    return { group, sageLine: known ?? row ?? written?.[index]?.subcontractLine ?? '' };
  });
  const before = context.store.sage.get('subcontract', of?.record ?? '');
  if (before !== null) {
    const numbers = new Map(placed.map(({ sageLine }, index) => [`newSubcontractLine.${index}`, sageLine]));
    context.store.sage.upsert('subcontract', [subcontractAfter(plan, before, numbers)]);
  }
  return placed;
}

function placedInOrder({ plan, receipt }: Applied, groups: readonly ChangeGroup[]): readonly Placed[] {
  return groups.map((group) => {
    const id = `lines.${group.lines[0].id}`;
    return { group, sageLine: receipt?.rows.find(({ step }) => step === id)?.key.linnum ?? previewOf(plan, id) };
  });
}

/** Without a receipt: the number that the plan foresaw. Nobody else could append to the order before it without breaking the plan. */
function previewOf({ steps }: Pick<Plan, 'steps'>, id: string): string {
  const cell = steps.find((step) => step.id === id)?.columns.find(({ column }) => column === 'linnum')?.cell;
  return cell?.kind === 'take' ? cell.preview : '';
}

type Settled = {
  readonly change: ProcoreChange;
  readonly parentLink: ProcoreLink;
  readonly placed: readonly Placed[];
  readonly applied: Applied;
};

function subcontractLink(context: Context, key: ItemKey, settled: Settled): ProcoreLink {
  const { plan, receipt, marker } = settled.applied;
  const record = recordOf(receipt, marker);
  const number = receipt?.number ?? marker?.number ?? '';
  return {
    ...linkOf(context, key, settled, subcontractChangeKey(record)),
    sageNumber: `change order ${number}`,
    agreed: {
      ...agreedOf(settled),
      subcontract: commitmentOfKey(settled.parentLink.sageKey)?.record ?? '',
      status: plannedText(plan, 'header')('status'),
    },
  };
}

function orderLink(context: Context, key: ItemKey, settled: Settled): ProcoreLink {
  const { placed, parentLink } = settled;
  const record = commitmentOfKey(parentLink.sageKey)?.record ?? '';
  const first = placed[0]?.sageLine ?? '';
  const last = placed.at(-1)?.sageLine ?? first;
  const lines = first === last ? `line ${first}` : `lines ${first}–${last}`;
  const amounts = placed.map(({ group, sageLine }) => [agreedLine(sageLine), group.amount] as const);
  return {
    ...linkOf(context, key, settled, orderChangeKey(record, first, last)),
    sageNumber: `${parentLink.sageNumber}, ${lines}`,
    agreed: { ...agreedOf(settled), ...Object.fromEntries(amounts) },
  };
}

function recordOf(receipt: Receipt | null, marker: Applied['marker']): string {
  const record = receipt?.record ?? marker?.record;
  if (record === undefined || record === '') throw new Error('The record of a written change order is not known');
  return record;
}

function linkOf(
  { company, clock }: Context,
  item: ItemKey,
  { change, parentLink, placed, applied }: Settled,
  sageKey: string,
): Omit<ProcoreLink, 'sageNumber' | 'agreed'> {
  return {
    item,
    procoreId: change.id,
    project: change.project,
    sageKey,
    job: parentLink.job,
    originId: originIdOf(company, 'change', parentLink.job ?? '', sageKey),
    owner: 'procore',
    lines: placed.flatMap(({ group, sageLine }) => group.lines.map(({ id }) => ({ procoreId: id, sageLine }))),
    transferId: applied.transferId,
    at: clock.now(),
    by: applied.by,
  };
}

function agreedOf({ change, parentLink, applied }: Settled): ProcoreLink['agreed'] {
  return {
    number: `${parentLink.agreed.number ?? parentLink.sageNumber} / ${change.number}`,
    changeNumber: applied.choices.number?.trim() ?? change.number,
    title: change.title,
    commitment: change.commitment,
    package: change.package ?? '',
    total: parseMoney(change.grandTotal) ?? change.grandTotal,
  };
}

/** Lines of the commitment that this change made in Sage: kept with its pair, and marked in Procore like the others. */
function newLineCalls(
  context: Context,
  type: CommitmentType,
  parent: ProcoreLink,
  placed: readonly Placed[],
): readonly ProcoreCall[] {
  const fresh = placed.flatMap(({ group, sageLine }) => {
    const id = group.commitmentLine;
    if (id === null || sageLine === '' || parent.lines.some(({ procoreId }) => procoreId === id)) return [];
    return [{ procoreId: id, sageLine }];
  });
  if (fresh.length === 0) return [];
  context.store.procore.links.save({ ...parent, lines: [...parent.lines, ...fresh] });
  return originCalls(context, { ...parent, lines: fresh }, type, { clear: false });
}

export function changeOriginCalls(link: ProcoreLink, change: ProcoreChange): readonly ProcoreCall[] {
  if (change.package === null) return [];
  return [
    {
      op: 'change.origin',
      project: change.project,
      package: change.package,
      commitment: change.commitment,
      origin: { id: link.originId, code: link.agreed.changeNumber ?? null },
    },
  ];
}
