import type { handEntryChannels } from '#shared/contract/handEntry.ts';
import { succeed } from '#shared/domain/failure.ts';
import { namedSums, type Plan } from '#shared/domain/plan.ts';
import { type ListWords, listedColumns } from '#shared/domain/plans/entrySheet.ts';
import type { Transfer } from '#shared/domain/records.ts';
import { headerOf } from '#shared/domain/sage/schema/headers.ts';
import { columnOf } from '#shared/domain/sage/schema/tables.ts';
import type { Context } from '../context.ts';
import { planDraft } from '../drafts/planning.ts';
import { candidatesFor } from '../handEntry/findEntries.ts';
import { awaitedItem, itemCandidates } from '../handEntry/itemEntries.ts';
import { judge } from '../handEntry/judge.ts';
import { type Likely, likelyChangeOrder, likelyItem } from '../handEntry/likely.ts';
import { listWordsFor } from '../handEntry/listWords.ts';
import { corTransfer } from '../push/words.ts';
import { type Handlers, refuse } from './handler.ts';

const mostDifferences = 100;

/** A record of Sage beside a plan, as the screens show it. */
export function comparedEntry({ record, number, description, hash, compared: { differences } }: Likely) {
  return {
    record,
    number,
    description,
    hash,
    differences: differences.slice(0, mostDifferences),
    more: Math.max(0, differences.length - mostDifferences),
  };
}

/** The label of the number that people know the record by. */
function numberLabel(plan: Plan): string {
  const { table, number } = headerOf(plan);
  return columnOf(table, number).label;
}

export const handEntryHandlers: Handlers<keyof typeof handEntryChannels> = {
  'entry.page': async ({ id }, context) => {
    const transfer = context.store.transfers.get(id);
    if (transfer === null) return refuse('transfer.gone', 'This transfer is no longer in the queue: it was discarded.');
    const planned = await planOf(context, transfer);
    if (!planned.ok) return planned;
    const plan = planned.value;
    const shownAs = await listWordsFor(context, { plan, job: transfer.job });
    return succeed({
      title: plan.title,
      company: context.companyName,
      job: transfer.job,
      jobName: context.store.sage.get('job', transfer.job)?.name ?? '',
      corNumbers: transfer.cloud === 'clearstory' ? plan.sources.map(({ number }) => number) : [],
      record: headerOf(plan).one,
      numberLabel: numberLabel(plan),
      number: plan.target.number,
      target: plan.target,
      sums: namedSums(plan),
      steps: plan.steps.length,
      approvedBy: transfer.approvedBy,
      approvedAt: transfer.approvedAt,
      lists: listsOf(plan, shownAs),
    });
  },

  'entry.found': async ({ id }, context) => {
    const item = awaitedItem(context, id);
    if (item !== null) {
      const read = await itemCandidates(context, item);
      return read.ok ? succeed({ candidates: read.value.map((one) => comparedEntry(likelyItem(item, one))) }) : read;
    }
    const transfer = corTransfer(context, id);
    const candidates = transfer === null ? [] : await candidatesFor(context, transfer);
    return succeed({ candidates: candidates.map((one) => comparedEntry(likelyChangeOrder(one))) });
  },

  'entry.accept': async ({ id, ...seen }, context) => {
    const done = await judge(context, id, seen, 'accept');
    return done.ok ? succeed({}) : done;
  },

  'entry.passOver': async ({ id, ...seen }, context) => {
    const done = await judge(context, id, seen, 'passOver');
    return done.ok ? succeed({}) : done;
  },
};

/** The approved plan; for a draft the plan that it would have now. */
async function planOf(context: Context, transfer: Transfer) {
  const { plan } = transfer;
  if (plan !== null) return succeed<Plan>(plan);
  if (transfer.cloud === 'procore') return refuse('plan.refused', 'This was taken back: accept it anew under Procore.');
  const { draft } = transfer;
  const planned = await planDraft(context, draft);
  if (!planned.ok) return planned;
  if (planned.value.ok) return succeed(planned.value.plan);
  return refuse('plan.refused', `This cannot be typed yet: ${planned.value.refusals[0]?.sentence ?? ''}`);
}

/** What of Sage's lists stands in a plan: column → number → what the screen shows. */
function listsOf({ steps }: Plan, shownAs: ListWords) {
  const valuesOf = (name: string) =>
    steps.flatMap(({ columns }) =>
      columns
        .filter(({ column }) => column === name)
        .flatMap(({ cell, was }) => [cell.kind === 'text' ? cell.text : null, was ?? null])
        .filter((value) => value !== null && value !== ''),
    );
  return Object.fromEntries(
    listedColumns.map((name) => [
      name,
      Object.fromEntries(valuesOf(name).map((value) => [value, shownAs(name, value ?? '')])),
    ]),
  );
}
