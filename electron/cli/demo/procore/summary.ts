import { formatMoney } from '#shared/domain/money.ts';
import type { Measure, ReconcileRow } from '#shared/domain/procore/reconcile.ts';
import type { ProcoreStory } from './story.ts';

/** What `--json` prints of the story: a line for each kind, then the sums of both sides. Amounts are exact text. */
export function procoreObjects({ kinds, reconciliation }: ProcoreStory, elapsedMs: number): readonly object[] {
  const { rows, sums, difference } = reconciliation;
  const at = (level: ReconcileRow['level']) => rows.filter((row) => row.level === level);
  const amounts = ({ job, measure, procore, sage, difference: of }: ReconcileRow) => ({
    job,
    measure,
    procore,
    sage,
    difference: of,
  });
  return [
    ...kinds.map(({ kind, done, failed, differences }) => ({
      kind,
      done: done.length,
      failed: failed.length,
      differences,
    })),
    {
      reconciliation: {
        sums,
        jobs: at('job').map(amounts),
        codes: at('coding').map((row) => ({ ...amounts(row), code: row.code, type: row.type })),
        vendors: at('vendor').map((row) => ({ ...amounts(row), vendor: row.vendor })),
        differences: at('difference').map((row) => ({ ...amounts(row), name: row.name, reason: row.reason })),
        difference,
      },
      elapsedMs,
    },
  ];
}

const measureWords: Readonly<Record<Measure, string>> = {
  budget: 'Budgets',
  original: 'Commitments',
  changes: 'Their approved changes',
  invoiced: 'Invoices, gross',
  retainage: 'Retainage held',
};

/** The same in words for a person. */
export function procoreWords(companyName: string, story: ProcoreStory, elapsedMs: number): readonly string[] {
  const { kinds, reconciliation } = story;
  const seconds = (elapsedMs / 1000).toFixed(1);
  return [
    '',
    `Plumbline played the whole story between ${companyName} and a practice Procore, in ${seconds} seconds:`,
    '',
    ...kinds.flatMap(({ kind, done, failed }) => [
      ...some(done).map((line, index) => `  ${index === 0 ? kind.padEnd(18) : ' '.repeat(18)}${line}`),
      ...failed.map(({ what, why }) => `${' '.repeat(20)}Refused, as it must be: ${what}: ${why}`),
    ]),
    '',
    '  Read again, and added up    Procore             Sage   Difference',
    ...reconciliation.sums.map(
      ({ measure, procore, sage, difference }) =>
        `  ${measureWords[measure].padEnd(22)}${[procore, sage].map((amount) => formatMoney(amount).padStart(17)).join('')}${formatMoney(difference).padStart(13)}`,
    ),
    ...reconciliation.rows
      .filter(({ level }) => level === 'difference')
      .map(
        ({ job, name, difference, reason }) => `  ${formatMoney(difference ?? '')} in job ${job}, ${name}: ${reason}`,
      ),
    '',
  ];
}

/** The first few of many. */
function some(lines: readonly string[]): readonly string[] {
  const most = 6;
  return lines.length <= most
    ? lines
    : [...lines.slice(0, most - 1), `… and ${lines.length - most + 1} more like these.`];
}
