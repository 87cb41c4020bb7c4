import type { changeOrderChannels } from '#shared/contract/changeOrders.ts';
import { acceptSage } from '#shared/domain/acceptSage.ts';
import type { Cor } from '#shared/domain/cor.ts';
import { corStatusWords, effectiveAmount } from '#shared/domain/corAmounts.ts';
import type { CorLogRow } from '#shared/domain/corLog.ts';
import { succeed } from '#shared/domain/failure.ts';
import type { Link, LinkHealth } from '#shared/domain/link.ts';
import { everyEntry } from '#shared/domain/records.ts';
import { truncateAt } from '#shared/domain/text.ts';
import type { Context } from '../context.ts';
import { externalWords } from '../drafts/openDraft.ts';
import { readDetail } from '../pull/clearstoryPull.ts';
import { healthOf, isExternal, refreshSageStates, stateOf } from '../sageState.ts';
import { type Handlers, refuse } from './handler.ts';
import { transferView } from './transferView.ts';

export const changeOrderHandlers: Handlers<keyof typeof changeOrderChannels> = {
  'cors.list': (query, { store }) => {
    const log = store.cors.list(query);
    return succeed({ ...log, rows: log.rows.map(shortened) });
  },

  'cors.projects': (_, { store }) =>
    succeed({
      projects: store.mappings.all().map(({ projectId, job }) => ({
        id: projectId,
        title: store.projects.get(projectId)?.title ?? projectId,
        job,
      })),
    }),

  'cors.get': async ({ id }, context) => {
    const { store } = context;
    await readDetail(context, id);
    const cor = store.cors.get(id);
    if (cor === null)
      return refuse(
        'cor.gone',
        'This COR is no longer in Clearstory, or its project is not mapped: sync, then look again.',
      );
    const link = store.links.get(id);
    const health = healthOf(context, id);
    const open = store.transfers.openOfCor(id);
    const history = store.history.list({ ...everyEntry, corId: id, limit: 50 });
    return succeed({
      row: rowOf(context, cor),
      cor,
      link: link === null ? null : withoutRows(link),
      health: health === null ? null : { ...health, differences: health.differences.slice(0, 200) },
      changeOrder: link === null ? null : ourLines(context, link),
      transfer: open === null ? null : transferView(context, open),
      history: history.rows,
      todo: todoOf(cor, link, health),
      addRefusal: addRefusal(context, cor, link),
    });
  },

  'cors.acceptSage': ({ corId, fields }, context) => {
    const { store, host } = context;
    const link = store.links.get(corId);
    const changeOrder = link === null ? null : store.sage.get('changeOrder', link.record);
    if (link === null || changeOrder === null) {
      return refuse('link.gone', 'This COR is not linked to a change order any more: look at it again.');
    }
    const labels = (healthOf(context, corId)?.differences ?? [])
      .filter(({ field }) => fields.includes(field))
      .map(({ side, label, pushed, now }) =>
        side === 'sage' ? `${label}: ${pushed} → ${now}` : `${label} stays ${pushed}, although the COR says ${now}`,
      );
    store.transaction(() => {
      store.links.save(acceptSage(link, changeOrder, fields, store.cors.get(corId)));
      context.tell({
        kind: 'accepted',
        sentence: `${host.person} accepted Sage's values in change order ${link.number}: ${labels.join('; ')}.`,
        job: link.job,
        cors: [{ id: corId, number: store.cors.get(corId)?.number ?? link.pushed.cor.number }],
        changeOrder: link.number,
      });
      refreshSageStates(context, [corId]);
    });
    context.notify(['cors', 'history', 'status']);
    return succeed({});
  },

  'cors.unlink': ({ corId, reason }, context) => {
    const { store, host } = context;
    const link = store.links.get(corId);
    if (link === null) return refuse('link.gone', 'This COR is not linked to a change order any more.');
    if (store.transfers.openOfCor(corId) !== null) {
      return refuse('link.busy', 'A transfer of this COR is open: finish, withdraw or drop it under Queue first.');
    }
    store.transaction(() => {
      store.links.remove(corId);
      context.tell({
        kind: 'unlinked',
        sentence: `${host.person} unlinked the COR from change order ${link.number} of job ${link.job}: ${reason}`,
        job: link.job,
        cors: [{ id: corId, number: link.pushed.cor.number }],
        changeOrder: link.number,
        detail: { reason, record: link.record },
      });
      refreshSageStates(context, [corId]);
    });
    context.notify(['cors', 'history', 'status', 'projects']);
    return succeed({});
  },
};

/** Titles can be of any length in Clearstory, and 200 rows travel in one message; the detail has them whole. */
function shortened(row: CorLogRow): CorLogRow {
  return {
    ...row,
    title: truncateAt(row.title, 300),
    projectName: truncateAt(row.projectName, 150),
    customerCoNumber: row.customerCoNumber === null ? null : truncateAt(row.customerCoNumber, 100),
    customerReferenceNumber: row.customerReferenceNumber === null ? null : truncateAt(row.customerReferenceNumber, 100),
  };
}

function rowOf(context: Context, cor: Cor): CorLogRow {
  const { store } = context;
  return {
    id: cor.id,
    number: cor.number,
    title: cor.title,
    projectId: cor.projectId,
    projectName: cor.projectName,
    job: store.mappings.ofProject(cor.projectId)?.job ?? null,
    inbox: cor.inbox,
    status: cor.status,
    stage: cor.stage,
    requested: cor.requestedAmount,
    effective: effectiveAmount(cor),
    customerCoNumber: cor.customerCoNumber,
    customerReferenceNumber: cor.customerReferenceNumber,
    daysInReview: cor.daysInReview,
    submitted: cor.dateSubmitted,
    updatedAt: cor.updatedAt,
    sage: stateOf(context, cor),
    changeOrder: store.links.get(cor.id)?.number ?? null,
  };
}

function ourLines({ store }: Context, link: Link) {
  const changeOrder = store.sage.get('changeOrder', link.record);
  if (changeOrder === null) return null;
  const ours = (grid: 'prime' | 'budget') => new Set(link.pushed[grid].map(({ line }) => line));
  const [prime, budget] = [ours('prime'), ours('budget')];
  const ourPrime = changeOrder.prime.filter(({ line }) => prime.has(line));
  const ourBudget = changeOrder.budget.filter(({ line }) => budget.has(line));
  return {
    ...changeOrder,
    prime: ourPrime.slice(0, shownLines),
    budget: ourBudget.slice(0, shownLines),
    primeLines: ourPrime.length,
    budgetLines: ourBudget.length,
  };
}

/** A change order may have hundreds of lines; a panel shows the first ones and their number. */
const shownLines = 50;

function withoutRows({ pushed: _pushed, allocation: _allocation, ...link }: Link) {
  return link;
}

/** Clearstory lets nobody write a COR's fields from outside, so these stay with a person. */
function todoOf(cor: Cor, link: Link | null, health: LinkHealth | null) {
  if (link === null) return [];
  const todo: { sentence: string; copy: string }[] = [];
  const sageStatus = health?.differences.find(({ field }) => field === 'header.status');
  if (sageStatus !== undefined) {
    todo.push({
      sentence: `Sage has status ${sageStatus.now}; the COR is ${corStatusWords[cor.status]}. Set the status in Clearstory if it should follow.`,
      copy: sageStatus.now,
    });
  }
  if (cor.customerCoNumber === null && cor.status === 'approved_co_issued' && link.pushed.header.clientPo !== '') {
    todo.push({
      sentence: `Clearstory has no customer CO number; Sage has Client PO# ${link.pushed.header.clientPo}. Enter it there if it is the same.`,
      copy: link.pushed.header.clientPo,
    });
  }
  for (const difference of health?.differences ?? []) {
    if (difference.side !== 'sage' || !/amount|approved|requested/i.test(difference.field)) continue;
    todo.push({
      sentence: `${difference.label} is ${difference.now} in Sage. If Clearstory should say the same, change the COR there.`,
      copy: difference.now,
    });
  }
  return todo;
}

function addRefusal({ store }: Context, cor: Cor, link: Link | null): string | null {
  if (store.mappings.ofProject(cor.projectId) === null)
    return `Project ${cor.projectName} is not mapped to a Sage job yet.`;
  if (link !== null) return `COR ${cor.number} is in change order ${link.number} already.`;
  if (isExternal(cor)) return externalWords(cor);
  if (cor.status === 'draft') return `COR ${cor.number} is still a draft in Clearstory: submit it there first.`;
  const open = store.transfers.openOfCor(cor.id);
  if (open !== null && open.state.name !== 'draft') return `${open.title} is on its way already: see Queue.`;
  return null;
}
