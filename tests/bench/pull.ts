import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Bench, Figure } from './figure.ts';
import { inFolder } from './folder.ts';
import { mapJob, type Plumbline, startPlumbline } from './plumbline.ts';
import { createSampleFile } from './sampleFile.ts';
import { median, percentile } from './statistics.ts';

const scales = [1, 50] as const;
const mostRows = 50;

/** What the half-hourly look at Sage costs when nobody has changed anything, and once the first one, which keeps every record. */
export const pullBench: Bench = {
  name: 'pull',
  title: 'Pull, the first and with nothing changed: sample company over ODBC',
  run: async ({ rounds }) => {
    const pulls = [];
    for (const scale of scales) pulls.push(await inFolder((folder) => measure(folder, scale, rounds(20))));
    return figures(pulls);
  },
};

type First = { readonly rows: number; readonly wallMs: number; readonly stallMs: number };
type Pulls = {
  readonly scale: number;
  readonly rows: number;
  readonly times: readonly number[];
  readonly first: First;
};

async function measure(folder: string, scale: number, rounds: number): Promise<Pulls> {
  const sageFile = join(folder, 'sample.db');
  await createSampleFile(sageFile, scale);
  const plumbline = await startPlumbline(folder, sageFile);
  try {
    const first = await firstPull(plumbline);
    await mapJob(plumbline, '2402');
    await plumbline.sync('sage');
    const times: number[] = [];
    let rows = 0;
    for (let round = 0; round < rounds; round += 1) {
      const start = performance.now();
      const report = await plumbline.sync('sage');
      times.push(performance.now() - start);
      if (report.changed > 0) throw new Error(`A pull found ${report.changed} changes where nothing changed`);
      rows = Math.max(rows, report.rowsRead);
    }
    return { scale, rows, times, first };
  } finally {
    await plumbline.close();
  }
}

async function firstPull(plumbline: Plumbline): Promise<First> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const start = performance.now();
  const { rowsRead } = await plumbline.sync('sage');
  const wallMs = performance.now() - start;
  delay.disable();
  return { rows: rowsRead, wallMs, stallMs: delay.max / 1e6 };
}

function figures(pulls: readonly Pulls[]): readonly Figure[] {
  const figure = (name: string, value: number, unit: Figure['unit'], target: Figure['target'], note = ''): Figure => ({
    bench: 'pull',
    name,
    value,
    unit,
    target,
    note,
  });
  const rows = pulls.map((pull) => pull.rows);
  return [
    ...pulls.flatMap(({ scale, rows: read, times, first }) => [
      figure(`× ${scale}: first pull`, first.wallMs, 'ms', null, `${first.rows} rows, every record kept`),
      figure(`× ${scale}: longest stall of it`, first.stallMs, 'ms', null, 'SQLite writes its log back to the file'),
      figure(`× ${scale}: rows read`, read, 'rows', { atMost: mostRows }, 'one for each kind of record'),
      figure(
        `× ${scale}: time, p50`,
        median(times),
        'ms',
        null,
        `${times.length} pulls; the database scans its tables`,
      ),
      figure(`× ${scale}: time, p95`, percentile(times, 0.95), 'ms', null),
    ]),
    figure('difference in rows read', Math.max(...rows) - Math.min(...rows), 'rows', { atMost: 0 }),
  ];
}
