import { describe, expect, it } from 'vitest';
import { approval, createPlan, plainJob } from '../../contracts/sageCompanyPlans.ts';
import { got, sampleFiles } from '../../contracts/sageCompanyRig.ts';
import { commitWaits, currentPid, isGone, openOther, startRig } from './rig.ts';

const files = sampleFiles();
const plan = createPlan({ amounts: ['10.00', '20.00'] });
const headers = `SELECT COUNT(*) FROM prmchg WHERE jobnum = ${plainJob}`;
const markers = "SELECT COUNT(*) FROM plumbline_push_marker WHERE operation_key = 'a'";
const everything = { changedFrom: null, after: null } as const;

describe('a worker that dies in the middle of a read', () => {
  it.each([
    ['is killed', 'SIGKILL'],
    ['aborts', 'SIGABRT'],
    ['runs into a native fault', 'SIGSEGV'],
  ] as const)(
    'because it %s costs that read only, in plain words; the next one has a new worker',
    async (_how, signal) => {
      const file = files.fresh();
      const other = openOther(file);
      const rig = startRig(file);
      other.lock();
      const reading = rig.sage.read('job', everything);
      await rig.next('progress');
      const pid = currentPid(rig);
      process.kill(pid, signal);
      expect(await reading).toMatchObject({
        ok: false,
        failure: {
          next: 'retry',
          code: 'sage.workerEnded',
          sentence: expect.stringContaining('the test server'),
          detail: expect.stringContaining(`signal ${signal}`),
        },
      });
      expect(await isGone(pid)).toBe(true);
      other.release();
      expect(got(await rig.sage.read('job', everything)).records.length).toBeGreaterThan(10);
      expect(rig.pids()).toHaveLength(2);
    },
  );
});

describe('a worker that dies in the middle of a write', () => {
  it('leaves nothing of a plan that had not begun, and the plan in doubt, until Sage has been asked', async () => {
    const file = files.fresh();
    const other = openOther(file);
    const rig = startRig(file);
    const before = other.count(headers);
    other.lock();
    const applying = rig.sage.apply(plan, approval('a'));
    await rig.next('progress');
    process.kill(currentPid(rig), 'SIGKILL');
    expect(await applying).toMatchObject({
      outcome: 'inDoubt',
      failure: { next: 'retry', code: 'sage.inDoubt', sentence: expect.stringContaining(plan.title) },
    });
    other.release();
    expect(got(await rig.sage.lookUp(plan, approval('a')))).toBeNull();
    expect(other.count(headers)).toBe(before);
    expect((await rig.sage.apply(plan, approval('a'))).outcome).toBe('applied');
    expect([other.count(headers), other.count(markers)]).toEqual([before + 1, 1]);
  });

  it('leaves nothing behind when it is killed while Sage commits', async () => {
    const file = files.fresh();
    const other = openOther(file);
    const rig = startRig(file);
    const before = other.count(headers);
    other.read();
    const applying = rig.sage.apply(plan, approval('a'));
    await commitWaits(file);
    process.kill(currentPid(rig), 'SIGKILL');
    expect(await applying).toMatchObject({ outcome: 'inDoubt' });
    other.release();
    expect(got(await rig.sage.lookUp(plan, approval('a')))).toBeNull();
    expect([other.count(headers), other.count(markers)]).toEqual([before, 0]);
    expect((await rig.sage.apply(plan, approval('a'))).outcome).toBe('applied');
    expect([other.count(headers), other.count(markers), other.integrity()]).toEqual([before + 1, 1, 'ok']);
  });

  it('has written once when it dies after the commit, before its answer arrives', async () => {
    const file = files.fresh();
    const other = openOther(file);
    const before = other.count(headers);
    let deaths = 0;
    const rig = startRig(file, {
      between: (child) => ({
        ...child,
        onFrame: (listener) =>
          child.onFrame((frame) => {
            const isLost = deaths === 0 && String(frame).includes('"outcome":"applied"');
            if (!isLost) return listener(frame);
            deaths += 1;
            child.kill();
          }),
      }),
    });
    expect(await rig.sage.apply(plan, approval('a'))).toMatchObject({ outcome: 'inDoubt' });
    expect(got(await rig.sage.lookUp(plan, approval('a')))).toMatchObject({ number: '9' });
    expect((await rig.sage.apply(plan, approval('a'))).outcome).toBe('alreadyApplied');
    expect([other.count(headers), other.count(markers)]).toEqual([before + 1, 1]);
  });

  it('has not written when no worker could be asked', async () => {
    const rig = startRig(files.fresh(), { moduleFile: '/nowhere/worker.js' });
    expect(await rig.sage.apply(plan, approval('a'))).toMatchObject({
      outcome: 'notApplied',
      failure: { next: 'retry', code: 'sage.workerNotStarted', detail: expect.stringContaining('Cannot find module') },
    });
  });
});
