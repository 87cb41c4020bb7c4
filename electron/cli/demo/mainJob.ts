import { type CorLogRow, everyCor } from '#shared/domain/corLog.ts';
import { type Failure, fail, type Result, succeed } from '#shared/domain/failure.ts';
import { isZero } from '#shared/domain/money.ts';
import type { Composed, Runtime } from '../../hosts/composition.ts';
import { type Ask, createAsk } from '../ask.ts';
import type { Way } from './allocations.ts';
import { acceptOneProject, type MappedProject, mapOneProject, nothingLeft } from './projects.ts';
import { type Pushed, pushCor } from './pushing.ts';

export type MainJob = {
  readonly counts: {
    readonly jobs: number;
    readonly costCodes: number;
    readonly changeOrders: number;
    readonly cors: number;
  };
  readonly imported: string;
  readonly mapped: MappedProject;
  readonly pushed: readonly { readonly way: Way; readonly pushed: Pushed }[];
};

const ways: readonly Way[] = ['new', 'appended', 'split'];

/**
 * The main job once, through the same requests that the screens make: pull, accept an imported project, map one, push three CORs,
 * pull again and look whether anything drifted. `progress` gets a line for each step.
 */
export async function runMainJob(
  { engine, store, clock }: Pick<Composed, 'engine' | 'store'> & Pick<Runtime, 'clock'>,
  progress: (line: string) => void,
): Promise<Result<MainJob>> {
  const ask = createAsk(engine.request);
  progress('Reading Sage and Clearstory …');
  const pulled = await pull(ask);
  if (!pulled.ok) return pulled;
  progress('Accepting an imported project …');
  const imported = await acceptOneProject(ask);
  if (!imported.ok) return imported;
  progress('Mapping a project to its job …');
  const mapped = await mapOneProject(ask);
  if (!mapped.ok) return mapped;
  const pulledAgain = await pull(ask);
  if (!pulledAgain.ok) return pulledAgain;
  const total = await ask('cors.list', { ...everyCor, limit: 1 });
  if (!total.ok) return total;
  const counts = {
    jobs: store.sage.count('job'),
    costCodes: store.sage.count('costCode'),
    changeOrders: store.sage.count('changeOrder'),
    cors: total.value.total,
  };
  const cors = await approvedCors(ask, mapped.value);
  if (!cors.ok) return cors;

  const pushed: { way: Way; pushed: Pushed }[] = [];
  for (const [index, way] of ways.entries()) {
    const cor = cors.value[index];
    if (cor === undefined) return fail(nothingLeft(`Project ${mapped.value.title} has fewer than three CORs to push.`));
    progress(`Pushing COR ${cor.number} into job ${mapped.value.job} …`);
    const one = await pushCor({ engine, clock, ask }, cor, way);
    if (!one.ok) return one;
    pushed.push({ way, pushed: one.value });
  }
  progress('Reading both sides again …');
  const verified = await pull(ask);
  if (!verified.ok) return verified;
  const drift = await findDrift(ask, cors.value.slice(0, ways.length));
  if (drift !== null) return fail(drift);
  return succeed({ counts, imported: imported.value, mapped: mapped.value, pushed });
}

async function pull(ask: Ask): Promise<Result<unknown>> {
  const sage = await ask('sync.now', { side: 'sage' });
  return sage.ok ? ask('sync.now', { side: 'clearstory' }) : sage;
}

/** Those an accountant would push first: approved in Clearstory, worth something, and not in Sage yet. */
async function approvedCors(ask: Ask, { projectId }: MappedProject): Promise<Result<readonly CorLogRow[]>> {
  const listed = await ask('cors.list', { ...everyCor, projectId, approvedNotInSage: true });
  if (!listed.ok) return listed;
  return succeed(listed.value.rows.filter(({ sage, effective }) => sage === 'notInSage' && !isZero(effective)));
}

async function findDrift(ask: Ask, cors: readonly CorLogRow[]): Promise<Failure | null> {
  for (const { id, number } of cors) {
    const got = await ask('cors.get', { id });
    if (!got.ok) return got.failure;
    const { row, health } = got.value;
    if (row.sage === 'inSync') continue;
    const sentence = `COR ${number} is not in step after its push: ${health?.sentence ?? row.sage}`;
    return { next: 'bug', code: 'demo.drift', sentence };
  }
  return null;
}
