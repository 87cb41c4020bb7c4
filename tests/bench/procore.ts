import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { itemKinds } from '#shared/domain/procore/item.ts';
import type { ProcoreLink } from '#shared/domain/procore/link.ts';
import type { Store } from '../../electron/engine/ports/store.ts';
import type { Bench, Figure } from './figure.ts';
import { inFolder } from './folder.ts';
import { type Plumbline, startPlumbline } from './plumbline.ts';
import { type LargeCompany, startLargeCompany } from './procoreCompany.ts';
import { createSampleFile } from './sampleFile.ts';
import { median, percentile } from './statistics.ts';

/** What a large company costs in calls of Procore's limits, and what its board costs this process. */
export const procoreBench: Bench = {
  name: 'procore',
  title: 'Procore: 500 projects, 5,000 vendors, 20,000 budget lines, 10,000 commitments',
  run: ({ rounds, say }) =>
    inFolder(async (folder) => {
      const sageFile = join(folder, 'sample.db');
      await createSampleFile(sageFile, 1);
      const large = await startLargeCompany(rounds(10) / 10);
      const plumbline = await startPlumbline(folder, sageFile, undefined, large);
      try {
        return await measure(plumbline, large, rounds, say);
      } finally {
        await plumbline.close();
        large.close();
      }
    }),
};

async function measure(
  { engine, store, ask }: Plumbline,
  large: LargeCompany,
  rounds: (full: number) => number,
  say: (words: string) => void,
): Promise<readonly Figure[]> {
  const { procore, clock, passMinutes } = large;
  await linkEverything(store, large);
  const sync = async () => {
    const before = { calls: procore.requestsSent(), at: Date.parse(clock.now()) };
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const start = performance.now();
    const [report] = await engine.sync(['procore']);
    // What the run did last counts as well.
    await setTimeout(5);
    delay.disable();
    if (report === undefined || report.outcome === 'failed') throw new Error(report?.sentence ?? 'did not run');
    say(`  ${report.sentence}`);
    return {
      report,
      calls: procore.requestsSent() - before.calls,
      minutes: (Date.parse(clock.now()) - before.at) / 60_000,
      wallMs: performance.now() - start,
      stallMs: delay.max / 1e6,
    };
  };
  const first = [await sync()];
  while (first.at(-1)?.report.outcome === 'partial') {
    // The next run of the timer.
    passMinutes(30);
    first.push(await sync());
  }
  const sum = (of: (run: (typeof first)[number]) => number) => first.reduce((all, run) => all + of(run), 0);
  const calls = sum((run) => run.calls);
  const rows = sum((run) => run.report.rowsRead);
  const minutes = sum((run) => run.minutes) + (first.length - 1) * 30;
  passMinutes(30);
  const second = await sync();
  const overview = await timed(rounds(10), () => ask('procore.overview', {}));
  const lists = [];
  for (const kind of itemKinds) {
    const asked = { kind, list: 'all', search: '', project: '', offset: 0, limit: 100 } as const;
    lists.push({ kind, ...(await timed(rounds(10), () => ask('procore.list', asked))) });
  }
  const home = await timed(rounds(20), () => ask('home.status', {}));
  const figure = (name: string, value: number, unit: Figure['unit'], target: Figure['target'], note = ''): Figure => ({
    bench: 'procore',
    name,
    value,
    unit,
    target,
    note,
  });
  return [
    figure('first sync: records', rows, 'rows', null),
    figure('first sync: calls', calls, 'calls', null, `${(calls / rows).toFixed(3)} for each record`),
    figure(
      'first sync: time by the limits',
      minutes,
      'minutes',
      null,
      `25 in 10 s, 3,600 in 1 h; ${first.length} runs`,
    ),
    figure(
      'first sync: time of this machine',
      sum((run) => run.wallMs),
      'ms',
      null,
    ),
    figure('first sync: longest stall', Math.max(...first.map((run) => run.stallMs)), 'ms', { atMost: 16 }),
    figure('second sync: calls', second.calls, 'calls', { atMost: Math.floor(calls * 0.02) }, 'nothing changed'),
    figure('second sync: changes found', second.report.changed, 'rows', { atMost: 0 }),
    figure('second sync: longest stall', second.stallMs, 'ms', { atMost: 16 }),
    figure('overview, p50', overview.p50, 'ms', { atMost: 200 }),
    ...lists.map(({ kind, p50, p95 }) =>
      figure(`list of ${kind}, p50`, p50, 'ms', { atMost: 200 }, `p95 ${p95.toFixed(0)} ms`),
    ),
    figure('home status, p50', home.p50, 'ms', { atMost: 16 }),
  ];
}

async function timed(rounds: number, work: () => Promise<unknown>) {
  const times: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return { p50: median(times), p95: percentile(times, 0.95) };
}

/** Every project is a job and every company a vendor, as after the first weeks. */
async function linkEverything(store: Store, { procore, clock }: LargeCompany): Promise<void> {
  const projects = await procore.projects({ updatedFrom: null });
  const vendors = await procore.vendors({ updatedFrom: null });
  if (!projects.ok || !vendors.ok) throw new Error('The large company does not answer');
  const link = (kind: 'project' | 'vendor', procoreId: string, sageKey: string): ProcoreLink => ({
    item: { kind, id: `p:${procoreId}` },
    procoreId,
    project: kind === 'project' ? procoreId : null,
    sageKey,
    sageNumber: sageKey,
    job: kind === 'project' ? sageKey : null,
    originId: `plumbline:cascade:${kind}:${sageKey}`,
    owner: 'both',
    lines: [],
    agreed: {},
    transferId: null,
    at: clock.now(),
    by: 'Dana Reyes',
  });
  store.transaction(() => {
    for (const { id, number } of projects.value.records) store.procore.links.save(link('project', id, number));
    for (const [index, { id }] of vendors.value.records.entries())
      store.procore.links.save(link('vendor', id, String(10_001 + index)));
  });
}
