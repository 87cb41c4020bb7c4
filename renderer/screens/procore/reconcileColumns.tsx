import { makeStyles, tokens } from '@fluentui/react-components';
import { displayCostCode } from '#shared/domain/costCode.ts';
import type { Level, Measure, ReconcileRow } from '#shared/domain/procore/reconcile.ts';
import { fixedCostTypes, statusWords } from '#shared/domain/sage/enumerations.ts';
import type { ListColumn } from '../../components/ListTable.tsx';
import { Money } from '../../components/Money.tsx';
import type { ExportColumn } from '../../export/exportColumn.ts';

export const levelWords: Readonly<Record<Level, string>> = {
  job: 'By job',
  coding: 'By cost code and type',
  vendor: 'By vendor',
  difference: 'Differences',
  apart: 'On one side only',
};

export const measureWords: Readonly<Record<Measure, string>> = {
  budget: 'Budget',
  original: 'Commitments, original',
  changes: 'Commitments, approved changes',
  invoiced: 'Invoices, gross',
  retainage: 'Invoices, retainage',
};

const useStyles = makeStyles({
  strong: { fontWeight: tokens.fontWeightSemibold },
  reason: { padding: '5px 0', lineHeight: '18px' },
});

/** The document, the cost code and type, or the vendor: whatever the row is of. */
export function rowName({ name, code, type, vendor }: ReconcileRow): string {
  const coding = code === '' && type === '' ? '' : `${displayed(code)}, ${statusWords(fixedCostTypes, type)}`;
  return [name, coding, vendor === '' ? '' : `vendor ${vendor}`].filter((part) => part !== '').join(' · ');
}

/** What is no code of Sage stands as Procore writes it. */
function displayed(code: string): string {
  return /^\d+\.\d{3}$/.test(code) ? displayCostCode(code) : code;
}

/** The columns that the rows of a level need. */
export function reconcileColumns(level: Level): readonly ListColumn<ReconcileRow>[] {
  const what: ListColumn<ReconcileRow> = { id: 'what', header: 'Of', width: 'wide', cell: rowName };
  const reason: ListColumn<ReconcileRow> = {
    id: 'reason',
    header: level === 'apart' ? 'How it stands' : 'Reason',
    width: 'grow',
    cell: (row) => <Reason text={row.reason} />,
  };
  const difference: ListColumn<ReconcileRow> = {
    id: 'difference',
    header: 'Difference',
    align: 'end',
    cell: (row) => <Difference amount={row.difference} />,
  };
  return [
    { id: 'job', header: 'Job', width: 'narrow', cell: ({ job }) => job },
    { id: 'measure', header: 'What', width: 'wide', cell: ({ measure }) => measureWords[measure] },
    ...(level === 'job' ? [] : [what]),
    { id: 'procore', header: 'Procore', align: 'end', cell: ({ procore }) => <Money amount={procore} /> },
    { id: 'sage', header: 'Sage', align: 'end', cell: ({ sage }) => <Money amount={sage} /> },
    ...(level === 'apart' ? [] : [difference]),
    ...(level === 'difference' || level === 'apart' ? [reason] : []),
  ];
}

function Difference({ amount }: { readonly amount: string | null }) {
  const styles = useStyles();
  const differs = amount !== null && amount !== '0.00';
  return (
    <span className={differs ? styles.strong : undefined}>
      <Money amount={amount} />
    </span>
  );
}

function Reason({ text }: { readonly text: string }) {
  const styles = useStyles();
  return <div className={styles.reason}>{text}</div>;
}

const text = (title: string, width: number, value: (row: ReconcileRow) => string): ExportColumn<ReconcileRow> => ({
  title,
  kind: 'text',
  width,
  value,
});
const money = (title: string, value: (row: ReconcileRow) => string | null): ExportColumn<ReconcileRow> => ({
  title,
  kind: 'money',
  width: 16,
  value: (row) => value(row) ?? '',
});

/** Everything at once, to be filtered and added up in a spreadsheet. */
export const reconcileExport: readonly ExportColumn<ReconcileRow>[] = [
  text('Job', 10, ({ job }) => job),
  text('Sum', 22, ({ level }) => levelWords[level]),
  text('What', 30, ({ measure }) => measureWords[measure]),
  text('Document', 40, ({ name }) => name),
  text('Cost code', 12, ({ code }) => displayed(code)),
  text('Cost type', 16, ({ type }) => statusWords(fixedCostTypes, type)),
  text('Vendor', 12, ({ vendor }) => vendor),
  money('Procore', ({ procore }) => procore),
  money('Sage', ({ sage }) => sage),
  money('Difference', ({ difference }) => difference),
  text('Reason', 80, ({ reason }) => reason),
];
