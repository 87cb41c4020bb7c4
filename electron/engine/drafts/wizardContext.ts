import type { WizardContext } from '#shared/contract/wizard.ts';
import { nextChangeNumber } from '#shared/domain/changeNumber.ts';
import { corStatusWords, effectiveAmount } from '#shared/domain/corAmounts.ts';
import type { Draft } from '#shared/domain/draft.ts';
import { fail, type Result, succeed } from '#shared/domain/failure.ts';
import { targetRefusal } from '#shared/domain/plans/changeOrder/checkDraft.ts';
import { changeOrderStatuses, statusWords } from '#shared/domain/sage/enumerations.ts';
import type { ChangeOrder } from '#shared/domain/sage/facts.ts';
import type { Context } from '../context.ts';
import { refused } from './openDraft.ts';

/** Everything the wizard shows besides the draft: lists of Sage, the CORs, the change orders that could take them. */
export async function wizardContext(context: Context, draft: Draft): Promise<Result<WizardContext>> {
  const { store, sage } = context;
  const job = store.sage.get('job', draft.job);
  const mapping = store.mappings.ofJob(draft.job);
  if (job === null || mapping === null) {
    return fail(
      refused('job.gone', `Job ${draft.job} is no longer mapped or no longer in Sage: map the project again.`),
    );
  }
  const subcontracts = await sage.subcontractsOf(draft.job);
  const reasons = await sage.reasonsUsed();
  const changeOrders = store.sage.search('changeOrder', { parent: draft.job, limit: store.sage.count('changeOrder') });
  const phases = store.sage.search('phase', { parent: draft.job, limit: 1000 });
  return succeed({
    job,
    cors: draft.corIds
      .map((id) => store.cors.get(id))
      .filter((cor) => cor !== null)
      .map((cor) => ({
        id: cor.id,
        number: cor.number,
        title: cor.title,
        statusWords: corStatusWords[cor.status],
        requested: cor.requestedAmount,
        effective: effectiveAmount(cor),
        totalHours: cor.totalHours,
        receivedFrom: cor.inbox === 'received' ? cor.contractorName || 'a subcontractor' : null,
      })),
    targets: [...changeOrders].sort(byUsefulness).slice(0, 200).map(targetChoice),
    phases,
    costTypes: store.sage.search('costType', { limit: 20 }),
    changeOrderTypes: store.sage.search('changeOrderType', { limit: 1000 }),
    // Without contact the lists stay empty and the wizard still opens: the review says that Sage does not answer.
    reasons: reasons.ok ? reasons.value : [],
    subcontracts: (subcontracts.ok ? subcontracts.value : [])
      .slice(0, 200)
      .map(({ lines: _lines, ...header }) => header),
    nextNumbers: Object.fromEntries(
      ['0', ...phases.map(({ number }) => number)].map((phase) => [
        phase,
        nextChangeNumber(changeOrders.filter((other) => other.phase === phase).map(({ number }) => number)),
      ]),
    ),
    defaults: mapping.defaults,
    last: lastAllocation(context, draft.job),
  });
}

/** Open ones first, then by number, newest first. */
function byUsefulness(a: ChangeOrder, b: ChangeOrder): number {
  const rank = (changeOrder: ChangeOrder) =>
    targetRefusal(changeOrder) !== null ? 2 : changeOrder.status === '2' ? 0 : 1;
  return rank(a) - rank(b) || Number(BigInt(b.record) - BigInt(a.record) > 0n) * 2 - 1;
}

function targetChoice(changeOrder: ChangeOrder) {
  const { record, number, description, date, phase, status, requested, approved } = changeOrder;
  const refusal = targetRefusal(changeOrder);
  return {
    record,
    number,
    description,
    date,
    phase,
    status,
    statusWords: statusWords(changeOrderStatuses, status),
    requested,
    approved,
    lines: changeOrder.prime.length + changeOrder.budget.length,
    refusal: refusal === null ? null : `Change order ${number} ${refusal}`,
  };
}

/** The percentages of the last push of this job; nothing when amounts were typed. */
function lastAllocation({ store }: Context, job: string): WizardContext['last'] {
  const links = [...store.links.ofJob(job)].sort((a, b) => b.pushedAt.localeCompare(a.pushedAt));
  const lines = links[0]?.allocation.budget ?? [];
  if (lines.some(({ shareMode, subcontract }) => shareMode !== 'percent' || subcontract !== null)) return [];
  return lines.map(({ costCode, costType, share, multiplier }) => ({
    description: '',
    costCode,
    costType,
    percent: share,
    multiplier,
  }));
}
