import { join } from 'node:path';
import type { SqlConnection } from '../../electron/sage/connection.ts';
import { addCors, codesOf, prepare, push } from './approving.ts';
import type { Bench, Figure } from './figure.ts';
import { inFolder } from './folder.ts';
import { pushByHand } from './handWritten.ts';
import { mapJob, startPlumbline } from './plumbline.ts';
import { connectionTo, createSampleFile } from './sampleFile.ts';
import { percentile } from './statistics.ts';

const job = '2402';
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
    const project = await mapJob(plumbline, job);
    const ids = await addCors(plumbline, project, rounds + warmUps);
    const codes = await codesOf(plumbline, job, lines);
    const byHand = { connectionString: connectionTo(sageFile), job, codes };
    const product: number[] = [];
    const hand: number[] = [];
    const sage: number[] = [];
    let handStatements = 0;
    const timeProduct = async (id: string) => {
      const ready = await prepare(plumbline, id, codes);
      inSage.reset();
      product.push(await push(plumbline, ready));
      sage.push(inSage.read().ms);
      // The run of the outbox goes on a little after the transfer is done.
      await plumbline.sync('push');
    };
    const timeHand = async () => {
      const start = performance.now();
      handStatements = await pushByHand(byHand);
      hand.push(performance.now() - start);
    };
    for (const [index, id] of ids.entries()) {
      const turns = [() => timeProduct(id), timeHand];
      for (const turn of index % 2 === 0 ? turns : turns.reverse()) await turn();
    }
    const counts = `${inSage.read().statements} statements, by hand ${handStatements}`;
    return figures(product.slice(warmUps), hand.slice(warmUps), sage.slice(warmUps), counts);
  } finally {
    await plumbline.close();
  }
}

function figures(
  product: readonly number[],
  hand: readonly number[],
  sage: readonly number[],
  counts: string,
): readonly Figure[] {
  const figure = (name: string, value: number, note: string): Figure => ({
    bench: 'push',
    name,
    value,
    unit: 'ms',
    target: null,
    note,
  });
  const ratio = (share: number) => percentile(product, share) / percentile(hand, share);
  return [
    figure('approve → verified, p50', percentile(product, 0.5), `${product.length} pushes; ${counts}`),
    figure('approve → verified, p95', percentile(product, 0.95), ''),
    figure('of it connected to Sage, p50', percentile(sage, 0.5), 'connect to close'),
    figure('same SQL by hand, p50', percentile(hand, 0.5), 'connect to close; alternating with the pushes'),
    figure('same SQL by hand, p95', percentile(hand, 0.95), ''),
    {
      ...figure('ratio to SQL by hand, p50', ratio(0.5), 'by hand saves nothing on its own side'),
      unit: 'ratio',
      target: { atMost: 3 },
    },
    { ...figure('ratio to SQL by hand, p95', ratio(0.95), ''), unit: 'ratio', target: { atMost: 3 } },
  ];
}

/** Adds up how long connections were open, and how many statements they carried. */
function createStopwatch() {
  let ms = 0;
  let statements = 0;
  return {
    watch: (connection: SqlConnection): SqlConnection => {
      const opened = performance.now();
      return {
        ...connection,
        query: (sql, parameters) => {
          statements += 1;
          return connection.query(sql, parameters);
        },
        close: async () => {
          await connection.close();
          ms += performance.now() - opened;
        },
      };
    },
    reset: () => {
      ms = 0;
      statements = 0;
    },
    read: () => ({ ms, statements }),
  };
}
