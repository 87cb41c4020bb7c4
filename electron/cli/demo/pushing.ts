import { fail, type Result, succeed } from '#shared/domain/failure.ts';
import { isZero } from '#shared/domain/money.ts';
import type { Composed, Runtime } from '../../hosts/composition.ts';
import type { Ask } from '../ask.ts';
import { type Coding, fillDraft, type Way } from './allocations.ts';
import { nothingLeft } from './projects.ts';
import { waitForTransfer } from './waitForTransfer.ts';

export type Pushed = {
  readonly cor: string;
  readonly job: string;
  readonly changeOrder: string;
  readonly state: 'done';
  readonly lines: number;
  /** The price: what is approved, or requested while the change order is open. Exact text. */
  readonly total: string;
  readonly differences: number;
};

type Tools = Pick<Composed, 'engine'> & Pick<Runtime, 'clock'> & { readonly ask: Ask };

/** Takes one COR through the four steps of the wizard, pushes exactly the previewed plan, and waits until it is read back equal. */
export async function pushCor(
  { engine, clock, ask }: Tools,
  cor: { readonly id: string; readonly number: string },
  way: Way,
): Promise<Result<Pushed>> {
  const opened = await ask('drafts.open', { corIds: [cor.id], mode: 'push' });
  if (!opened.ok) return opened;
  const { id } = opened.value;
  const got = await ask('drafts.get', { id });
  if (!got.ok) return got;
  const { draft } = got.value;
  const lists = await ask('drafts.context', { id });
  if (!lists.ok) return lists;
  const context = lists.value;
  const coding = await lookUpCoding(
    ask,
    draft.job,
    draft.header.phase,
    context.costTypes.map(({ number }) => number),
  );
  if (!coding.ok) return coding;
  const filled = fillDraft(draft, context, coding.value, way);
  if (filled === null) return fail(nothingLeft(`Job ${draft.job} has no open change order to add to.`));
  const saved = await ask('drafts.save', { id, draft: filled });
  if (!saved.ok) return saved;
  const preview = await ask('drafts.preview', { id });
  if (!preview.ok) return preview;
  const { plan, refusals } = preview.value;
  if (plan === null) return fail(nothingLeft(refusals[0]?.sentence ?? `COR ${cor.number} cannot be planned.`));
  const push = await ask('drafts.push', { id, planHash: plan.hash });
  if (!push.ok) return push;
  const settled = await waitForTransfer(engine, ask, clock, id);
  if (!settled.ok) return settled;
  const { state, job, lines, why } = settled.value;
  if (state.name !== 'done') return fail('failure' in state ? state.failure : nothingLeft(why));
  const receipt = await ask('queue.receipt', { id, offset: 0, limit: 1 });
  if (!receipt.ok) return receipt;
  if (receipt.value.receipt === null) return fail(nothingLeft(`COR ${cor.number} was written without a receipt.`));
  const { differences } = receipt.value.receipt;
  const { requested, approved } = plan.controls;
  const total = isZero(approved) ? requested : approved;
  return succeed({ cor: cor.number, job, changeOrder: state.number, state: 'done', lines, total, differences });
}

/** Codes of the job's budget first: where the accountant would look. */
async function lookUpCoding(
  ask: Ask,
  job: string,
  phase: string,
  costTypes: readonly string[],
): Promise<Result<Coding>> {
  const found = await ask('lookups.costCodes', { job, phase, search: '' });
  if (!found.ok) return found;
  const active = found.value.codes.filter(({ inactive }) => !inactive);
  const codes = [...active.filter(({ budgeted }) => budgeted), ...active.filter(({ budgeted }) => !budgeted)];
  return succeed({ codes: codes.map(({ code }) => code), costTypes });
}
