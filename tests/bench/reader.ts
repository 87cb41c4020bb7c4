import { join } from 'node:path';
import odbc from 'odbc';
import { companyIdOf } from '#shared/domain/company.ts';
import type { SageKind } from '#shared/domain/sage/facts.ts';
import type { SageCompany } from '../../electron/engine/ports/sageCompany.ts';
import { createSageCompany } from '../../electron/sage/company.ts';
import { openOdbc } from '../../electron/sage/connection/odbc.ts';
import { createSqliteDialect } from '../../electron/sage/dialect/sqlite.ts';
import type { Bench, Figure } from './figure.ts';
import { inFolder } from './folder.ts';
import { connectionTo, createSampleFile } from './sampleFile.ts';
import { type Cost, costOf, median } from './statistics.ts';

const scale = 50;
const fetchSize = 1000;
/** What the product gives a long value; with the binding's own 1 MiB the bare cursor would be slower. */
const initialBufferSize = 16_384;

type Subject = {
  readonly words: string;
  readonly kinds: readonly SageKind[];
  /** So often in one measure: small tables are too quick for a clock. */
  readonly times: number;
};

const subjects: readonly Subject[] = [
  { words: 'change orders with lines', kinds: ['changeOrder'], times: 1 },
  { words: 'jobs and cost codes', kinds: ['job', 'costCode'], times: 10 },
];

/** Reading whole tables into facts, page by page, against fetching the same columns with nothing done to them. */
export const readerBench: Bench = {
  name: 'reader',
  title: `Reader against a bare odbc cursor: sample company × ${scale}`,
  run: ({ rounds }) =>
    inFolder(async (folder) => {
      const file = join(folder, 'sample.db');
      await createSampleFile(file, scale);
      const figures: Figure[] = [];
      for (const subject of subjects) figures.push(...(await measure(file, subject, rounds(21))));
      return figures;
    }),
};

async function measure(file: string, subject: Subject, rounds: number): Promise<readonly Figure[]> {
  const connectionString = connectionTo(file);
  const { sage, sent } = openSage(connectionString);
  const product = async () => {
    let rows = 0;
    for (const kind of subject.kinds) rows += await readAll(sage, kind);
    return rows;
  };
  const warm = await product();
  const statements = [...new Set(sent.map(wholeTable))];
  const bare = () => fetchAll(connectionString, statements);
  const fetched = await bare();
  if (warm !== fetched) throw new Error(`${subject.words}: ${warm} rows read, ${fetched} by the bare cursor`);
  const costs: { readonly product: Cost[]; readonly bare: Cost[] } = { product: [], bare: [] };
  for (let round = 0; round < rounds; round += 1) {
    const turns = [
      async () => costs.product.push(await costOf(() => repeated(product, subject.times))),
      async () => costs.bare.push(await costOf(() => repeated(bare, subject.times))),
    ];
    for (const turn of round % 2 === 0 ? turns : turns.reverse()) await turn();
  }
  return figures(subject, warm * subject.times, costs.product, costs.bare);
}

function figures({ words }: Subject, rows: number, product: readonly Cost[], bare: readonly Cost[]): readonly Figure[] {
  const wall = ({ wallMs }: Cost) => wallMs;
  const cpu = ({ cpuMs }: Cost) => cpuMs;
  const speed = (costs: readonly Cost[]) => (rows * 1000) / median(costs.map(wall));
  const share = (of: (cost: Cost) => number) => median(bare.map(of)) / median(product.map(of));
  const figure = (name: string, value: number, unit: Figure['unit'], note = ''): Figure => ({
    bench: 'reader',
    name: `${words}: ${name}`,
    value,
    unit,
    target: unit === 'ratio' ? { atLeast: 0.7 } : null,
    note,
  });
  return [
    figure('reader', speed(product), 'rows/s', `median of ${product.length}, ${rows} rows each`),
    figure('bare cursor', speed(bare), 'rows/s', `fetch size ${fetchSize}, alternating`),
    figure('share of bare speed', share(wall), 'ratio', 'by the wall clock'),
    figure('share of bare speed, CPU', share(cpu), 'ratio', 'by processor time of all threads'),
  ];
}

/** The company as the engine reads it, and the SELECTs that it sends. */
function openSage(connectionString: string): { readonly sage: SageCompany; readonly sent: readonly string[] } {
  const sent: string[] = [];
  const sage = createSageCompany({
    open: async () => {
      const connection = await openOdbc({ connectionString, dialect: 'sqlite' });
      return {
        ...connection,
        query: (sql, parameters) => {
          // What proves a page whole brings no rows of it.
          if (sql.startsWith('SELECT') && !sql.includes('FROM (SELECT')) sent.push(sql);
          return connection.query(sql, parameters);
        },
      };
    },
    dialect: createSqliteDialect(),
    random: { uuid: () => '' },
    companyId: companyIdOf('bench'),
    companyName: 'Bench',
    server: 'a file over ODBC',
  });
  return { sage, sent };
}

async function readAll(sage: SageCompany, kind: SageKind): Promise<number> {
  let rows = 0;
  let after: string | null = null;
  do {
    const page: Awaited<ReturnType<SageCompany['read']>> = await sage.read(kind, { changedFrom: null, after });
    if (!page.ok) throw new Error(page.failure.sentence);
    rows += page.value.rowsRead;
    after = page.value.next;
  } while (after !== null);
  return rows;
}

/** The statement of one page, for all pages at once. */
function wholeTable(sql: string): string {
  return sql.replace(/ WHERE .* ORDER BY /, ' ORDER BY ').replace(/ LIMIT \d+$/, '');
}

async function fetchAll(connectionString: string, statements: readonly string[]): Promise<number> {
  const connection = await odbc.connect({ connectionString });
  let rows = 0;
  for (const sql of statements) {
    const cursor = await connection.query(sql, [], { cursor: true, fetchSize, initialBufferSize });
    while (!cursor.noData) rows += (await cursor.fetch()).length;
    await cursor.close();
  }
  await connection.close();
  return rows;
}

async function repeated(work: () => Promise<number>, times: number): Promise<void> {
  for (let time = 0; time < times; time += 1) await work();
}
