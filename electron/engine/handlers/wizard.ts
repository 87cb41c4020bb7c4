import type { wizardChannels } from '#shared/contract/wizard.ts';
import type { Draft } from '#shared/domain/draft.ts';
import { succeed } from '#shared/domain/failure.ts';
import type { Step } from '#shared/domain/plan.ts';
import { type Context, planHash } from '../context.ts';
import { draftTitle, openDraft } from '../drafts/openDraft.ts';
import { planDraft } from '../drafts/planning.ts';
import { wizardContext } from '../drafts/wizardContext.ts';
import { act, approve } from '../push/approve.ts';
import { corTransfer } from '../push/words.ts';
import { refreshSageStates } from '../sageState.ts';
import { type Handlers, refuse } from './handler.ts';
import { transferView } from './transferView.ts';

const notThere = () =>
  refuse('draft.gone', 'This draft was discarded or pushed meanwhile: look under Queue or History.');

const pushedAlready = () =>
  refuse('draft.pushed', 'This was pushed already and can no longer be edited: withdraw it under Queue first.');

export const wizardHandlers: Handlers<keyof typeof wizardChannels> = {
  'drafts.open': async ({ corIds, mode }, context) => {
    const opened = await openDraft(context, corIds, mode);
    return opened.ok ? succeed({ id: opened.value }) : opened;
  },

  'drafts.get': ({ id }, context) => {
    const transfer = corTransfer(context, id);
    if (transfer === null) return notThere();
    return succeed({ draft: transfer.draft, transfer: transferView(context, transfer) });
  },

  'drafts.context': ({ id }, context) => {
    const transfer = corTransfer(context, id);
    return transfer === null ? notThere() : wizardContext(context, transfer.draft);
  },

  'drafts.save': ({ id, draft }, context) => {
    const { store, clock } = context;
    const transfer = corTransfer(context, id);
    if (transfer === null) return notThere();
    if (transfer.state.name !== 'draft') return pushedAlready();
    if (!sameSubject(transfer.draft, draft)) {
      return refuse(
        'draft.subject',
        'The job of a draft does not change, and no COR joins it: discard it and start anew.',
      );
    }
    const savedAt = clock.now();
    const left = transfer.corIds.filter((corId) => !draft.corIds.includes(corId));
    const title = left.length === 0 ? transfer.title : draftTitle(context, draft);
    store.transaction(() => {
      store.transfers.save({ ...transfer, draft, corIds: draft.corIds, title, updatedAt: savedAt });
      refreshSageStates(context, left);
    });
    if (left.length > 0) context.notify(['cors', 'transfers']);
    return succeed({ savedAt });
  },

  'drafts.discard': ({ id }, context) => {
    const state = corTransfer(context, id)?.state.name ?? 'draft';
    // Another window pushed it: what is approved is dropped in the queue, with a reason.
    if (state !== 'draft') return pushedAlready();
    const done = act(context, id, { type: 'drop', at: context.clock.now(), reason: 'Draft discarded' });
    return done.ok ? succeed({}) : done;
  },

  'drafts.preview': async ({ id }, context) => {
    const transfer = corTransfer(context, id);
    if (transfer === null) return notThere();
    const planned = await planDraft(context, transfer.draft);
    if (!planned.ok) return planned;
    if (!planned.value.ok) return succeed({ plan: null, refusals: planned.value.refusals.slice(0, 200) });
    const { steps, checks: _checks, sources: _sources, ...summary } = planned.value.plan;
    const hash = planHash(planned.value.plan);
    return succeed({ plan: { ...summary, hash, steps: steps.length }, refusals: [] });
  },

  'plans.steps': async ({ id, offset, limit }, context) => {
    const transfer = context.store.transfers.get(id);
    if (transfer === null) return notThere();
    if (transfer.plan !== null) return succeed(window(context, transfer.plan.steps, offset, limit));
    if (transfer.cloud !== 'clearstory') return notThere();
    const planned = await planDraft(context, transfer.draft);
    if (!planned.ok) return planned;
    return succeed(window(context, planned.value.ok ? planned.value.plan.steps : [], offset, limit));
  },

  'drafts.push': async ({ id, planHash: shownHash }, context, { pushSoon }) => {
    const approved = await approve(context, id, shownHash);
    if (!approved.ok) return approved;
    pushSoon();
    return succeed({});
  },

  'drafts.saveTemplate': ({ id }, context) => {
    const { store } = context;
    const transfer = corTransfer(context, id);
    const mapping = transfer === null ? null : store.mappings.ofJob(transfer.job);
    if (transfer === null || mapping === null) return notThere();
    const first = transfer.draft.corIds[0];
    const rows = transfer.draft.budget.filter(({ corId, subcontract }) => corId === first && subcontract === null);
    if (rows.length === 0 || rows.some(({ shareMode }) => shareMode !== 'percent')) {
      return refuse(
        'template.percent',
        'A template holds shares in percent: set the budget lines to percent, then remember them.',
      );
    }
    const template = rows.map(({ costCode, costType, share, multiplier }) => ({
      description: '',
      costCode,
      costType,
      percent: share,
      multiplier,
    }));
    store.mappings.save({ ...mapping, defaults: { ...mapping.defaults, template } });
    context.notify(['projects']);
    return succeed({});
  },

  'lookups.costCodes': async ({ job, phase, search }, context) => {
    const budgeted = await context.sage.budgetedCodes(job);
    const has = new Set(
      (budgeted.ok ? budgeted.value : []).filter((row) => row.phase === phase).map(({ code }) => code),
    );
    const codes = context.store.sage.search('costCode', { search, limit: 50 });
    return succeed({ codes: codes.map((code) => ({ ...code, budgeted: has.has(code.code) })) });
  },

  'lookups.vendors': ({ search }, { store }) =>
    succeed({ vendors: store.sage.search('vendor', { search, limit: 50 }) }),

  'lookups.subcontract': async ({ job, record }, { sage }) => {
    const read = await sage.subcontractsOf(job);
    if (!read.ok) return read;
    return succeed({ subcontract: read.value.find((subcontract) => subcontract.record === record) ?? null });
  },
};

/** A part of a plan's rows, with the names of the cost codes in them: a wrong code is seen by its name. */
function window({ store }: Context, all: readonly Step[], offset: number, limit: number) {
  const steps = all.slice(offset, offset + limit);
  const codes = steps
    .flatMap(({ columns }) => columns.filter(({ column }) => column === 'cstcde'))
    .flatMap(({ cell, was }) => [(cell.kind === 'text' ? cell.text : null) ?? '', was ?? ''])
    .filter((code) => code !== '');
  const named = [...new Set(codes)].flatMap((code) => {
    const known = store.sage.get('costCode', code);
    return known === null ? [] : [[code, known.name]];
  });
  return { steps, total: all.length, codeNames: Object.fromEntries(named) as Record<string, string> };
}

/** A COR may be taken out of a draft; none may join it, because its lines would be missing. */
function sameSubject(before: Draft, after: Draft): boolean {
  return before.job === after.job && after.corIds.every((corId) => before.corIds.includes(corId));
}
