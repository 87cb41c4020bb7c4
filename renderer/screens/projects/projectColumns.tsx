import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';
import type { ProjectRow } from '#shared/contract/projects.ts';
import { InstantText } from '../../components/InstantText.tsx';
import type { ListColumn } from '../../components/ListTable.tsx';
import { Money } from '../../components/Money.tsx';
import { shortNumberingWords } from './projectWords.ts';

const useStyles = makeStyles({
  number: { fontWeight: tokens.fontWeightSemibold, fontVariantNumeric: 'tabular-nums' },
  quiet: { color: tokens.colorNeutralForeground3 },
  likely: { color: tokens.colorBrandForeground1 },
});

function Numbered({ number, name }: { readonly number: string | null; readonly name: string }) {
  const styles = useStyles();
  return (
    <>
      {number === null || number === '' ? null : <span className={styles.number}>{`${number}  `}</span>}
      {name}
    </>
  );
}

function Quiet({ children }: { readonly children: ReactNode }) {
  return <span className={useStyles().quiet}>{children}</span>;
}

function Likely({ row }: { readonly row: ProjectRow }) {
  const styles = useStyles();
  const { suggestion } = row;
  if (suggestion === null) return <Quiet>–</Quiet>;
  return (
    <span className={styles.likely} title={suggestion.why}>
      {`Likely match: ${suggestion.job} ${suggestion.name}`}
    </span>
  );
}

const project: ListColumn<ProjectRow> = {
  id: 'project',
  header: 'Clearstory project',
  width: 'grow',
  cell: ({ project: { jobNumber, title } }) => <Numbered number={jobNumber} name={title} />,
};

const cors: ListColumn<ProjectRow> = {
  id: 'cors',
  header: 'CORs',
  width: 'narrow',
  align: 'end',
  cell: (row) => (row.mapping === null ? <Quiet>–</Quiet> : row.cors.toLocaleString('en-US')),
};

export const mappedColumns: readonly ListColumn<ProjectRow>[] = [
  project,
  {
    id: 'job',
    header: 'Sage job',
    width: 'grow',
    cell: ({ job, mapping }) =>
      job === null ? (
        <Quiet>{`${mapping?.job ?? ''} is not in Sage`}</Quiet>
      ) : (
        <Numbered number={job.number} name={job.name} />
      ),
  },
  {
    id: 'phase',
    header: 'Phase',
    width: 'narrow',
    cell: ({ mapping }) =>
      mapping === null || mapping.defaults.phase === '0' ? <Quiet>none</Quiet> : mapping.defaults.phase,
  },
  {
    id: 'numbering',
    header: 'Numbering',
    width: 'medium',
    cell: ({ mapping }) => (mapping === null ? null : shortNumberingWords[mapping.defaults.numbering]),
  },
  cors,
  { id: 'linked', header: 'Linked', width: 'narrow', align: 'end', cell: (row) => row.linked.toLocaleString('en-US') },
  {
    id: 'activity',
    header: 'Last activity',
    width: 'medium',
    cell: (row) => <InstantText instant={row.lastActivity} none="none yet" />,
  },
];

export const notMappedColumns: readonly ListColumn<ProjectRow>[] = [
  project,
  { id: 'customer', header: 'Customer', width: 'wide', cell: (row) => row.project.customerName ?? <Quiet>–</Quiet> },
  { id: 'office', header: 'Office', width: 'narrow', cell: (row) => row.project.officeName },
  {
    id: 'contract',
    header: 'Contract value',
    width: 'medium',
    align: 'end',
    cell: (row) => <Money amount={row.project.contractValue} />,
  },
  cors,
  { id: 'likely', header: 'Sage job', width: 'wide', cell: (row) => <Likely row={row} /> },
];
