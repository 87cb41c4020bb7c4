import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, it, onTestFinished } from 'vitest';
import { approval, createPlan } from '../../contracts/sageCompanyPlans.ts';
import { got, sampleFiles } from '../../contracts/sageCompanyRig.ts';
import { currentPid, isGone, openOther, startRig } from './rig.ts';

const files = sampleFiles();
const day = 24 * 60 * 60_000;

describe('a worker', () => {
  it('is started by the first call, serves all of them, and is replaced after a day, between two calls', async () => {
    const rig = startRig(files.fresh());
    expect(rig.pids()).toEqual([]);
    got(await rig.sage.reasonsUsed());
    got(await rig.sage.reasonsUsed());
    const first = currentPid(rig);
    rig.clock.advance(day - 1);
    got(await rig.sage.reasonsUsed());
    expect(rig.pids()).toEqual([first]);
    rig.clock.advance(1);
    got(await rig.sage.reasonsUsed());
    expect(rig.pids()).toHaveLength(2);
    expect(await isGone(first)).toBe(true);
    expect(rig.logged).not.toContain('sage.workerLost');
  });

  it('that cannot be started is tried again at once, then after growing pauses, and says so', async () => {
    const rig = startRig(files.fresh(), { moduleFile: '/nowhere/worker.js' });
    const code = async () => {
      const read = await rig.sage.reasonsUsed();
      return read.ok ? 'ok' : read.failure.code;
    };
    expect([await code(), await code(), await code()]).toEqual([
      'sage.workerNotStarted',
      'sage.workerNotStarted',
      'sage.workerResting',
    ]);
    expect(await rig.sage.reasonsUsed()).toMatchObject({
      failure: { sentence: expect.stringMatching(/2 times in a row.* 1 seconds/) },
    });
    rig.clock.advance(1_000);
    expect([await code(), await code()]).toEqual(['sage.workerNotStarted', 'sage.workerResting']);
    rig.clock.advance(1_000);
    expect(await code()).toBe('sage.workerResting');
    rig.clock.advance(1_000);
    expect(await code()).toBe('sage.workerNotStarted');
  });

  it('carries neither the connection string nor any of Plumbline’s secrets where other programs could see them', async () => {
    const file = files.fresh();
    const rig = startRig(file);
    got(await rig.sage.reasonsUsed());
    const pid = currentPid(rig);
    for (const place of ['cmdline', 'environ']) {
      const seen = readFileSync(`/proc/${pid}/${place}`, 'utf8');
      expect(seen).toMatch(place === 'cmdline' ? /worker\.js/ : /(^|\0)PATH=/);
      expect(seen).not.toMatch(new RegExp(`hunter2|PLUMBLINE_|OFFICE_BOOKS|${file}`));
    }
  });

  it('ends a write that has begun although Ctrl+C and a stop reach it too', async () => {
    const file = files.fresh();
    const other = openOther(file);
    const rig = startRig(file);
    other.lock();
    const applying = rig.sage.apply(createPlan(), approval('a'));
    await rig.next('progress');
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.kill(currentPid(rig), signal);
    other.release();
    expect((await applying).outcome).toBe('applied');
    expect(rig.pids()).toHaveLength(1);
  });

  it('is gone with the process that started it, whatever it was doing', async () => {
    const file = files.fresh();
    const other = openOther(file);
    other.lock();
    const parent = spawn(process.execPath, [join(import.meta.dirname, 'parent.ts'), file], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(() => void parent.kill('SIGKILL'));
    const [line] = await once(createInterface({ input: parent.stdout }), 'line');
    const pid = Number(line);
    expect(() => process.kill(pid, 0)).not.toThrow();
    parent.kill('SIGKILL');
    expect(await isGone(pid)).toBe(true);
    other.release();
  });
});

describe('closing', () => {
  it('lets a write that has begun end, refuses what was waiting behind it, and leaves no process', async () => {
    const file = files.fresh();
    const other = openOther(file);
    const rig = startRig(file);
    other.lock();
    const applying = rig.sage.apply(createPlan(), approval('a'));
    const waiting = rig.sage.apply(createPlan(), approval('b'));
    await rig.next('progress');
    const closed = rig.sage.close();
    other.release();
    expect((await applying).outcome).toBe('applied');
    expect(await waiting).toMatchObject({ outcome: 'notApplied', failure: { next: 'retry', code: 'sage.closing' } });
    await closed;
    expect(await isGone(currentPid(rig))).toBe(true);
    expect(await rig.sage.reasonsUsed()).toMatchObject({ ok: false, failure: { code: 'sage.closing' } });
    expect(rig.pids()).toHaveLength(1);
  });

  it('gives up a read at once', async () => {
    const file = files.fresh();
    const other = openOther(file);
    const rig = startRig(file);
    other.lock();
    const reading = rig.sage.reasonsUsed();
    await rig.next('progress');
    await rig.sage.close();
    expect(await reading).toMatchObject({ ok: false, failure: { next: 'retry', code: 'sage.closing' } });
    expect(await isGone(currentPid(rig))).toBe(true);
  });
});
