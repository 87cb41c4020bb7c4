import { join } from 'node:path';
import type { SageCompany } from '../../electron/engine/ports/sageCompany.ts';
import { addCors, codesOf, prepare, push } from './approving.ts';
import type { Bench, Figure } from './figure.ts';
import { inFolder } from './folder.ts';
import { pushByHand } from './handWritten.ts';
import { mapJob, type Plumbline, startPlumbline } from './plumbline.ts';
import { connectionTo, createSampleFile } from './sampleFile.ts';
import { percentile } from './statistics.ts';

/** In turn, because a plan looks at all change orders of its job. */
const jobs = ['2401', '2402', '2403', '2410', '2412'] as const;
const lines = 20;
const warmUps = 5;

/** From the press on *Push to Sage 100* until the change order is in Sage, read back equal, and the transfer saved as done. */
export const pushBench: Bench = {
  name: 'push',
  title: `Approve → verified: one COR with ${lines} budget lines over ODBC`,
  run: ({ rounds }) => inFolder((folder) => measure(folder, rounds(60))),
};

async function measure(folder: string, rounds: number): Promise<readonly Figure[]> {
  const sageFile = join(folder, 'sample.db');
  await createSampleFile(sageFile, 1);
  const inSage = createStopwatch();
  const plumbline = await startPlumbline(folder, sageFile, inSage.watch);
  try {
    const turns = await turnsOf(plumbline, rounds + warmUps);
    const times: Times = { product: [], hand: [], sage: [] };
    let handStatements = 0;
    const timeProduct = async ({ corId, codes }: Turn) => {
      const ready = await prepare(plumbline, corId, codes);
      inSage.reset();
      times.product.push(await push(plumbline, ready));
      times.sage.push(inSage.ms());
      // The run of the outbox goes on a little after the transfer is done.
      await plumbline.sync('push');
    };
    const timeHand = async ({ job, codes }: Turn) => {
      const start = performance.now();
      handStatements = await pushByHand({ connectionString: connectionTo(sageFile), job, codes });
      times.hand.push(performance.now() - start);
    };
    for (const [index, turn] of turns.entries()) {
      const order = index % 2 === 0 ? [timeProduct, timeHand] : [timeHand, timeProduct];
      for (const measured of order) await measured(turn);
    }
    return figures(times, handStatements);
  } finally {
    await plumbline.close();
  }
}

type Turn = { readonly job: string; readonly corId: string; readonly codes: readonly string[] };

/** One approved COR after the other, of each job in turn. */
async function turnsOf(plumbline: Plumbline, count: number): Promise<readonly Turn[]> {
  const perJob = Math.ceil(count / jobs.length);
  const ofJobs: (readonly Turn[])[] = [];
  for (const job of jobs) {
    const corIds = await addCors(plumbline, await mapJob(plumbline, job), perJob);
    const codes = await codesOf(plumbline, job, lines);
    ofJobs.push(corIds.map((corId) => ({ job, corId, codes })));
  }
  const inTurn = Array.from({ length: perJob }, (_, n) => ofJobs.flatMap((turns) => turns.slice(n, n + 1)));
  return inTurn.flat().slice(0, count);
}

type Times = { readonly product: number[]; readonly hand: number[]; readonly sage: number[] };

function figures(times: Times, handStatements: number): readonly Figure[] {
  const [product, hand, sage] = [times.product, times.hand, times.sage].map((values) => values.slice(warmUps));
  if (product === undefined || hand === undefined || sage === undefined) throw new Error('Nothing was measured');
  const figure = (name: string, value: number, note = ''): Figure => ({
    bench: 'push',
    name,
    value,
    unit: 'ms',
    target: null,
    note,
  });
  const ratio = (share: number, name: string, note = ''): Figure => ({
    ...figure(`ratio to SQL by hand, ${name}`, percentile(product, share) / percentile(hand, share), note),
    unit: 'ratio',
    target: { atMost: 3 },
  });
  return [
    figure('approve → verified, p50', percentile(product, 0.5), `${product.length} pushes into ${jobs.length} jobs`),
    figure('approve → verified, p95', percentile(product, 0.95)),
    figure('of it in the Sage worker, p50', percentile(sage, 0.5), 'sent to answered, connecting included'),
    figure('same SQL by hand, p50', percentile(hand, 0.5), `in one process; ${handStatements} statements; alternating`),
    figure('same SQL by hand, p95', percentile(hand, 0.95)),
    ratio(0.5, 'p50', 'by hand saves nothing on its own side'),
    ratio(0.95, 'p95'),
    ratio(0.1, 'p10', 'the quickest tenth of both: what a busy machine disturbs least'),
  ];
}

/** Adds up how long applying took. */
function createStopwatch() {
  let ms = 0;
  return {
    watch: (sage: SageCompany): SageCompany => ({
      ...sage,
      apply: async (plan, approval) => {
        const start = performance.now();
        const outcome = await sage.apply(plan, approval);
        ms += performance.now() - start;
        return outcome;
      },
    }),
    reset: () => {
      ms = 0;
    },
    ms: () => ms,
  };
}
