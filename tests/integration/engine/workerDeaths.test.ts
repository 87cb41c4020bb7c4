import { describe, expect, it } from 'vitest';
import { companyIdOf } from '#shared/domain/company.ts';
import {
  commitWaits,
  currentPid,
  isGone,
  openOther,
  startRig as startWorker,
  type WorkerRig,
} from '../sageWorker/rig.ts';
import { type EngineRig, startRig } from './rig.ts';
import { approve, corsOf, isToPush, mapJob } from './steps.ts';

/** The engine over a real worker, and the worker to be killed. */
async function start(): Promise<{ readonly rig: EngineRig; readonly workers: WorkerRig; readonly corId: string }> {
  let workers: WorkerRig | null = null;
  const rig = await startRig({
    sage: (_local, file) => {
      workers = startWorker(file, { companyId: companyIdOf('cascade') });
      return workers.sage;
    },
  });
  const project = await mapJob(rig, '2402');
  const cor = (await corsOf(rig, project)).find(isToPush);
  if (cor === undefined || workers === null) throw new Error('No approved COR, or no worker');
  return { rig, workers, corId: cor.id };
}

const stateOf = async (rig: EngineRig, id: string) => (await rig.ask('queue.get', { id })).transfer.state;
const headers = async (rig: EngineRig) => (await rig.inSage('SELECT * FROM prmchg WHERE jobnum = 2402')).length;
const markers = async (rig: EngineRig) => (await rig.inSage('SELECT * FROM plumbline_push_marker')).length;
const quarterHour = 15 * 60_000;

describe('a push whose worker is killed', () => {
  it('while Sage commits is in doubt, then looked up, and written once', async () => {
    const { rig, workers, corId } = await start();
    const before = await headers(rig);
    const other = openOther(rig.sageFile);
    other.read();
    const id = await approve(rig, [corId]);
    await commitWaits(rig.sageFile);
    process.kill(currentPid(workers), 'SIGKILL');
    expect(await isGone(currentPid(workers))).toBe(true);
    other.release();
    // The run that was cut off goes on by itself; however often the outbox is worked through, it ends the same way.
    for (let run = 0; run < 3; run += 1) {
      await rig.sync('push');
      rig.clock.advance(quarterHour);
    }
    expect(await stateOf(rig, id)).toMatchObject({ name: 'done' });
    expect([(await headers(rig)) - before, await markers(rig)]).toEqual([1, 1]);
    expect(workers.pids().length).toBeGreaterThan(1);
  });

  it('costs a pull that page only: the next pull reads what is there', async () => {
    const { rig, workers } = await start();
    const other = openOther(rig.sageFile);
    other.lock();
    const pulling = rig.sync('sage');
    await workers.next('progress');
    process.kill(currentPid(workers), 'SIGKILL');
    const [report] = await pulling;
    expect(report).toMatchObject({ outcome: 'failed', failure: { next: 'retry', code: 'sage.workerEnded' } });
    other.release();
    expect((await rig.sync('sage'))[0]).toMatchObject({ outcome: 'ok' });
  });
});
