import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import Database from 'better-sqlite3';
import type { SageCompany } from '../../electron/engine/ports/sageCompany.ts';
import type { WorkerProcess } from '../../electron/sage/worker/process.ts';
import type { Bench, Figure } from './figure.ts';
import { inFolder } from './folder.ts';
import type { Pulled } from './pullingProcess.ts';
import { createSampleFile } from './sampleFile.ts';
import { median, percentile } from './statistics.ts';
import { openWorkerCompany } from './workerCompany.ts';

/** About 100,000 rows of the tables that a pull reads. */
const scale = 130;
const pulledRows = 100_000;
const pageRows = 1_000;
const deepPage = 1_000;

/** What it costs that the ODBC driver lives in a process of its own: pulling whole tables, starting anew, and going deep. */
export const workerBench: Bench = {
  name: 'worker',
  title: `Sage worker over ODBC: sample company × ${scale}`,
  run: ({ rounds }) =>
    inFolder(async (folder) => {
      const file = join(folder, 'sample.db');
      await createSampleFile(file, scale);
      return [
        ...pullFigures(await pulls(file, rounds(15))),
        await restartFigure(file, rounds(15)),
        ...(await depthFigures(file, rounds(40))),
      ];
    }),
};

function figure(name: string, value: number, unit: Figure['unit'], target: Figure['target'], note = ''): Figure {
  return { bench: 'worker', name, value, unit, target, note };
}

async function pulls(file: string, times: number): Promise<readonly Pulled[]> {
  const script = join(import.meta.dirname, 'pullingProcess.ts');
  const { stdout } = await promisify(execFile)(process.execPath, ['--expose-gc', script, file, String(times)]);
  return JSON.parse(stdout) as readonly Pulled[];
}

function pullFigures(pulled: readonly Pulled[]): readonly Figure[] {
  const per100k = pulled.map(({ wallMs, rows }) => (wallMs * pulledRows) / rows);
  const most = (of: (pull: Pulled) => number) => Math.max(...pulled.map(of));
  const stalls = pulled.map(({ stallMs }) => stallMs);
  const note = `${pulled.length} pulls of ${pulled[0]?.rows ?? 0} rows, all kinds`;
  return [
    figure('100,000 rows into the engine, p50', median(per100k), 'ms', { atMost: 1_500 }, note),
    figure(
      '100,000 rows into the engine, p10',
      percentile(per100k, 0.1),
      'ms',
      null,
      'what a busy machine disturbs least',
    ),
    figure('longest stall of the engine, median', median(stalls), 'ms', { atMost: 16 }, 'of each pull the longest'),
    figure('longest stall of the engine, worst', Math.max(...stalls), 'ms', null),
    figure(
      'extra memory of the engine',
      most(({ extraMb }) => extraMb),
      'MB',
      { atMost: 150 },
      'peak above idle',
    ),
    figure(
      'extra memory of the worker',
      most(({ workerExtraMb }) => workerExtraMb),
      'MB',
      null,
      'peak above idle',
    ),
  ];
}

/** From the end of one worker to the first row that the next one reads. */
async function restartFigure(file: string, times: number): Promise<Figure> {
  let current: WorkerProcess | null = null;
  const sage = openWorkerCompany(file, (started) => {
    current = started;
  });
  const first = async () => {
    const found = await sage.changeOrder('1001');
    if (!found.ok) throw new Error(found.failure.sentence);
  };
  await first();
  const spans: number[] = [];
  for (let time = 0; time < times; time += 1) {
    const start = performance.now();
    await killed(current);
    await first();
    spans.push(performance.now() - start);
  }
  await sage.close();
  return figure('killed → first row of the next one, p50', median(spans), 'ms', { atMost: 1_000 }, `${times} times`);
}

async function killed(worker: WorkerProcess | null): Promise<void> {
  if (worker === null) throw new Error('No worker was started');
  await new Promise<void>((resolve) => {
    worker.onExit(() => resolve());
    worker.kill();
  });
}

/** Page 1,000 of a million vendors beside page 1. */
async function depthFigures(file: string, times: number): Promise<readonly Figure[]> {
  const before = addVendors(file);
  const sage = openWorkerCompany(file);
  const page = async (after: string | null) => {
    const start = performance.now();
    const read: Awaited<ReturnType<SageCompany['read']>> = await sage.read('vendor', { changedFrom: null, after });
    const spent = performance.now() - start;
    if (!read.ok || read.value.rowsRead !== pageRows) throw new Error('The page is not whole');
    // The worker reads one page ahead: what is measured next must not wait for that.
    await sage.changeOrder('0');
    return spent;
  };
  const costs: { readonly first: number[]; readonly deep: number[] } = { first: [], deep: [] };
  for (let time = -3; time < times; time += 1) {
    const [first, deep] = [await page(null), await page(before)];
    if (time < 0) continue;
    costs.first.push(first);
    costs.deep.push(deep);
  }
  await sage.close();
  return [
    figure('page 1, p50', median(costs.first), 'ms', null, `${pageRows} vendors of a million`),
    figure(`page ${deepPage}, p50`, median(costs.deep), 'ms', null, 'alternating'),
    figure(`page ${deepPage} to page 1`, median(costs.deep) / median(costs.first), 'ratio', { atMost: 1.2 }),
  ];
}

/** Fills up to a million vendors. Out: the key of the last one before the deep page. */
function addVendors(file: string): string {
  const database = new Database(file);
  const wanted = deepPage * pageRows;
  const { count, highest } = database.prepare('SELECT COUNT(*) AS count, MAX(recnum) AS highest FROM actpay').get() as {
    readonly count: number;
    readonly highest: number;
  };
  database.exec(`
    INSERT INTO actpay (_idnum, recnum, vndnme, shtnme, inactv)
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${wanted - count})
    SELECT 'bench' || i, ${highest} + i, 'Vendor ' || i, 'V' || i, 0 FROM n`);
  const skipped = 'SELECT recnum FROM actpay ORDER BY recnum LIMIT 1 OFFSET ?';
  const before = database
    .prepare(skipped)
    .pluck()
    .get(wanted - pageRows - 1);
  database.close();
  return String(before);
}
