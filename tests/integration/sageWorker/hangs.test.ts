import { describe, expect, it } from 'vitest';
import { approval, createPlan } from '../../contracts/sageCompanyPlans.ts';
import { got, sampleFiles } from '../../contracts/sageCompanyRig.ts';
import { currentPid, isGone, openOther, startRig, until } from './rig.ts';

const files = sampleFiles();
const watchdogMs = 45_000;
const silent = { next: 'retry', code: 'sage.workerSilent', sentence: expect.stringContaining('45 seconds') };

describe('a worker that gives no sign', () => {
  it('is given up after 45 seconds, ended for certain, and replaced', async () => {
    const file = files.fresh();
    const other = openOther(file);
    const rig = startRig(file);
    other.lock();
    const reading = rig.sage.reasonsUsed();
    await rig.next('progress');
    const hanging = currentPid(rig);
    rig.clock.advance(watchdogMs - 1);
    expect(rig.logged).not.toContain('sage.workerLost');
    rig.clock.advance(1);
    expect(await reading).toMatchObject({ ok: false, failure: silent });
    expect(await isGone(hanging)).toBe(true);
    other.release();
    expect(got(await rig.sage.reasonsUsed()).length).toBeGreaterThan(0);
    expect(currentPid(rig)).not.toBe(hanging);
  });

  it('is given up when its whole process stands still', async () => {
    const rig = startRig(files.fresh());
    got(await rig.sage.reasonsUsed());
    const frozen = currentPid(rig);
    process.kill(frozen, 'SIGSTOP');
    const reading = rig.sage.reasonsUsed();
    await until(() => rig.clock.held() === 1);
    rig.clock.advance(watchdogMs);
    expect(await reading).toMatchObject({ ok: false, failure: silent });
    expect(await isGone(frozen)).toBe(true);
  });

  it('leaves a write in doubt, and the look-up says that nothing was written', async () => {
    const file = files.fresh();
    const other = openOther(file);
    const rig = startRig(file);
    other.lock();
    const applying = rig.sage.apply(createPlan(), approval('a'));
    await rig.next('progress');
    rig.clock.advance(watchdogMs);
    expect(await applying).toMatchObject({ outcome: 'inDoubt', failure: { next: 'retry', code: 'sage.inDoubt' } });
    other.release();
    expect(got(await rig.sage.lookUp(createPlan(), approval('a')))).toBeNull();
  });

  it('is not missed while nothing is asked of it', async () => {
    const rig = startRig(files.fresh());
    got(await rig.sage.reasonsUsed());
    rig.clock.advance(10 * watchdogMs);
    got(await rig.sage.reasonsUsed());
    expect(rig.pids()).toHaveLength(1);
  });
});
