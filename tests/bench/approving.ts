import { everyCor } from '#shared/domain/corLog.ts';
import type { Draft } from '#shared/domain/draft.ts';
import type { Plumbline } from './plumbline.ts';

/** CORs of that project, approved, as the engine knows them. */
export async function addCors(
  { sandbox, sync, ask }: Plumbline,
  project: string,
  count: number,
): Promise<readonly string[]> {
  for (let n = 1; n <= count; n += 1) {
    sandbox.control.addCor({
      projectId: Number(project),
      corNumber: `B${n}`,
      title: 'Measured change',
      status: 'approved_co_issued',
      requestedAmount: '20000.00',
    });
  }
  await sync('clearstory');
  const query = { ...everyCor, search: 'measured change', projectId: project };
  const { rows } = await ask('cors.list', query);
  if (rows.length !== count) throw new Error(`${rows.length} CORs instead of ${count}`);
  return rows.map(({ id }) => id);
}

/** Cost codes of the company, those of the job's budget first. */
export async function codesOf({ ask }: Plumbline, job: string, count: number): Promise<readonly string[]> {
  const { codes } = await ask('lookups.costCodes', { job, phase: '0', search: '' });
  return codes.slice(0, count).map(({ code }) => code);
}

export type Ready = { readonly id: string; readonly planHash: string };

/** What a person does before the measured moment: open the draft, spread the amount, look at the plan. */
export async function prepare({ ask }: Plumbline, corId: string, codes: readonly string[]): Promise<Ready> {
  const { id } = await ask('drafts.open', { corIds: [corId], mode: 'push' });
  const { draft } = await ask('drafts.get', { id });
  await ask('drafts.save', { id, draft: spread(draft, codes) });
  const { plan, refusals } = await ask('drafts.preview', { id });
  if (plan === null) throw new Error(refusals[0]?.sentence ?? 'No plan');
  return { id, planHash: plan.hash };
}

function spread(draft: Draft, codes: readonly string[]): Draft {
  const share = String(100 / codes.length);
  const budget = draft.budget.flatMap((line) =>
    codes.map((costCode, index) => ({
      ...line,
      id: `${line.id}-${index}`,
      description: `Line ${index + 1}`,
      costCode,
      costType: '4',
      share,
    })),
  );
  return { ...draft, budget };
}

/** In ms. The engine tells of `done` inside the transaction that saves it; whoever waits goes on after its commit. */
export async function push({ engine, ask }: Plumbline, { id, planHash }: Ready): Promise<number> {
  const ended = new Promise<string>((resolve) => {
    const stop = engine.onChanged(({ transfer }) => {
      if (transfer?.id !== id || ['queued', 'applying'].includes(transfer.state)) return;
      stop();
      resolve(transfer.state);
    });
  });
  const start = performance.now();
  await ask('drafts.push', { id, planHash });
  const state = await ended;
  const ms = performance.now() - start;
  if (state !== 'done') throw new Error(`A push ended as ${state}`);
  return ms;
}
