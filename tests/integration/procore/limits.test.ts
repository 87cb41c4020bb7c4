import { expect, it } from 'vitest';
import { readNote } from '../../../electron/engine/procore/pull/polledProjects.ts';
import { startProcoreEngine } from './rig.ts';

const hourMs = 3_600_000;

it('a run that meets the limit of Procore is partial, says how far it came, and the next ones go on from there', async () => {
  const { engine, far, clock, ask, store } = await startProcoreEngine();
  far.sandbox.control.setLimits({ hourly: 45 });

  const sentences: string[] = [];
  const unread = () =>
    store.procore.records.all('project').filter(({ id, active }) => active && store.notes.read(readNote(id)) === null);
  const left: number[] = [];
  while (left.at(-1) !== 0 && left.length < 12) {
    const [report] = await engine.sync(['procore']);
    expect(report).toMatchObject({ outcome: 'partial', failure: null });
    sentences.push(report?.sentence ?? '');
    left.push(unread().length);
    const { tone, sides } = await ask('home.status', {});
    expect(tone).not.toBe('noContact');
    expect(sides.find(({ side }) => side === 'procore')?.lastHeard).toBe(clock.now());
    clock.advance(hourMs);
  }

  expect(sentences[0]).toMatch(/^Procore's limit is reached: \d+ of \d+ projects read; goes on after \d\d:\d\d\.$/);
  expect(left.length).toBeGreaterThan(2);
  expect(left).toEqual([...left].sort((a, b) => b - a));
  expect(left.at(-1)).toBe(0);
  expect(far.sandbox.control.requests().filter(({ status }) => status === 429)).toEqual([]);
});

it('Procore was heard where its limit ended a run: the self-checks say the same as Home', async () => {
  const { engine, far, ask } = await startProcoreEngine();
  far.sandbox.control.setLimits({ hourly: 45 });
  const [report] = await engine.sync(['procore']);
  expect(report?.outcome).toBe('partial');

  const { checks } = await ask('diagnostics.run', {});
  expect(checks.find(({ id }) => id === 'heard')?.sentence).toMatch(/Procore: just now\.$/);
});

it('a project that cannot be read keeps no other from being read', async () => {
  const { engine, far, store } = await startProcoreEngine();
  const school = far.project('2402');
  const path = `/rest/v1.0/projects/${school}`;
  far.sandbox.control.setFaults({ failNext: { status: 403, count: 1, retryAfterSeconds: null, path } });

  const [report] = await engine.sync(['procore']);

  expect(report?.outcome).toBe('partial');
  expect(report?.sentence).toMatch(/^Procore read, but for 1 of \d+ projects: /);
  expect(store.notes.read(readNote(school))).toBeNull();
});
