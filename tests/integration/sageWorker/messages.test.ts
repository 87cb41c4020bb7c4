import { describe, expect, it } from 'vitest';
import { framesOf, longestRequest } from '../../../electron/sage/worker/frames.ts';
import type { WorkerProcess } from '../../../electron/sage/worker/process.ts';
import { approval, createPlan } from '../../contracts/sageCompanyPlans.ts';
import { got, sampleFiles } from '../../contracts/sageCompanyRig.ts';
import { currentPid, isGone, startRig } from './rig.ts';

const files = sampleFiles();
const secret = 'PWD=hunter2';

/** The first worker's channel says something else than it was told; the next worker's channel is sound. */
function brokenOnce(change: (child: WorkerProcess) => WorkerProcess): (child: WorkerProcess) => WorkerProcess {
  let isFirst = true;
  return (child) => {
    const chosen = isFirst ? change(child) : child;
    isFirst = false;
    return chosen;
  };
}

const receiving = (change: (frame: string) => readonly unknown[]) =>
  brokenOnce((child) => ({
    ...child,
    onFrame: (listener) => child.onFrame((frame) => change(String(frame)).forEach(listener)),
  }));

const sending = (change: (frame: string) => readonly unknown[]) =>
  brokenOnce((child) => ({
    ...child,
    send: (frame) => {
      for (const one of change(frame)) child.send(one as string);
    },
  }));

const isAnswer = (frame: string) => frame.includes('"type":"answer"');
const isCall = (frame: string) => frame.includes('"type":"call"');

describe('a worker whose answers cannot be understood is given up, and nothing of them is believed', () => {
  it.each<[string, (frame: string) => readonly unknown[]]>([
    ['no text', () => [{ ok: true }]],
    ['no frame', (frame) => [frame.slice(1)]],
    ['no JSON', () => ['.{"type":"answer",']],
    ['no message that there is', () => ['.{"type":"hello"}']],
    ['more than was agreed', (frame) => [frame.replace('"type"', '"extra":1,"type"')]],
    ['an answer to another call', (frame) => [frame.replace(/"id":\d+/, '"id":77')]],
    ['an answer of the wrong kind', (frame) => [frame.replace(/"answer":\{.*/, '"answer":{"ok":true,"value":7}}')]],
    ['a reason that is no text', (frame) => [frame.replace('"value":[', '"value":[7,')]],
    ['ready again', () => ['.{"type":"ready"}']],
  ])('%s', async (_name, change) => {
    const rig = startRig(files.fresh(), { between: receiving((frame) => (isAnswer(frame) ? change(frame) : [frame])) });
    const first = await rig.sage.reasonsUsed();
    expect(first).toMatchObject({ ok: false, failure: { next: 'bug', code: 'sage.workerAnswer' } });
    expect(await isGone(currentPid(rig))).toBe(true);
  });

  it('a second answer to the same call, which is too late for anything', async () => {
    const rig = startRig(files.fresh(), {
      between: receiving((frame) => (isAnswer(frame) ? [frame, frame] : [frame])),
    });
    got(await rig.sage.reasonsUsed());
    expect(await isGone(rig.pids()[0] ?? 0)).toBe(true);
    got(await rig.sage.reasonsUsed());
    expect(rig.logged).toContain('sage.workerLost');
  });

  it('also when it had written: the plan is in doubt, and the marker tells', async () => {
    const rig = startRig(files.fresh(), {
      between: receiving((frame) => [frame.replace('"outcome":"applied"', '"outcome":"perhaps"')]),
    });
    expect(await rig.sage.apply(createPlan(), approval('a'))).toMatchObject({ outcome: 'inDoubt' });
    expect(got(await rig.sage.lookUp(createPlan(), approval('a')))).toMatchObject({ number: '9' });
  });
});

describe('what a worker cannot understand it does not do', () => {
  it.each<[string, (frame: string) => readonly unknown[]]>([
    ['no frame', (frame) => [frame.slice(1)]],
    ['no JSON', () => [`.{"type":"call",${secret}`]],
    ['a method that there is not', (frame) => [frame.replace('"method":"reasonsUsed"', '"method":"dropEverything"')]],
    ['what is no text', () => [7]],
  ])('%s: it says so and ends', async (_name, change) => {
    const rig = startRig(files.fresh(), { between: sending((frame) => (isCall(frame) ? change(frame) : [frame])) });
    const asked = await rig.sage.reasonsUsed();
    expect(asked).toMatchObject({ ok: false, failure: { next: 'bug', code: 'sage.workerAnswer' } });
    expect(JSON.stringify(asked)).not.toContain('hunter2');
    expect(await isGone(currentPid(rig))).toBe(true);
  });

  it('arguments that the method does not take: it names them, and goes on', async () => {
    const rig = startRig(files.fresh());
    const asked = await rig.worker.call('read', 'horse' as 'job', { changedFrom: null, after: null });
    expect(asked).toMatchObject({
      ok: false,
      failure: { next: 'bug', code: 'sage.workerRequest', detail: 'read: 0: invalid_value' },
    });
    const plan = { ...createPlan(), steps: 'none' } as unknown as ReturnType<typeof createPlan>;
    const refused = await rig.sage.apply(plan, approval('a'));
    expect(refused).toMatchObject({ outcome: 'notApplied', failure: { code: 'sage.workerRequest' } });
    got(await rig.sage.reasonsUsed());
    expect(rig.pids()).toHaveLength(1);
  });

  it('a plan that is too long to send is refused before anything is sent', async () => {
    const rig = startRig(files.fresh());
    const plan = { ...createPlan(), title: 'x'.repeat(longestRequest) };
    expect(await rig.sage.apply(plan, approval('a'))).toMatchObject({
      outcome: 'notApplied',
      failure: { next: 'needsPerson', code: 'sage.requestTooLong', sentence: expect.stringContaining('4.2 MB') },
    });
    expect(rig.pids()).toEqual([]);
  });

  it('a message without an end is not collected for ever', async () => {
    const endless = Array.from({ length: 40 }, () => framesOf('x'.repeat(200_000))[0]);
    const rig = startRig(files.fresh(), { between: sending((frame) => (isCall(frame) ? endless : [frame])) });
    expect(await rig.sage.reasonsUsed()).toMatchObject({ ok: false, failure: { code: 'sage.workerAnswer' } });
    expect(await isGone(currentPid(rig))).toBe(true);
  });
});
