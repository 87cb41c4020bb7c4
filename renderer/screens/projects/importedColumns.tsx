import { makeStyles, tokens } from '@fluentui/react-components';
import { Warning16Filled } from '@fluentui/react-icons';
import type { ImportedRow } from '#shared/contract/projects.ts';
import { parseMoney } from '#shared/domain/money.ts';
import { InstantText } from '../../components/InstantText.tsx';
import type { ListColumn } from '../../components/ListTable.tsx';
import { Money } from '../../components/Money.tsx';

const useStyles = makeStyles({
  warning: {
    display: 'flex',
    columnGap: '4px',
    paddingBottom: '2px',
    color: tokens.colorStatusWarningForeground3,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  icon: { flexShrink: 0 },
});

type Column = ListColumn<ImportedRow>;

const job: Column = { id: 'job', header: 'Job', width: 'narrow', cell: (row) => row.job.number };
const name: Column = { id: 'name', header: 'Name', width: 'grow', cell: (row) => row.job.name };
const nameWithWarning: Column = { ...name, cell: (row) => <Warned name={row.job.name} warning={row.warning} /> };
const client: Column = {
  id: 'client',
  header: 'Client',
  width: 'wide',
  cell: ({ job: { clientNumber, clientName } }) =>
    [clientNumber, clientName].filter((word) => word !== null && word !== '').join(' – '),
};

export const waitingColumns: readonly Column[] = [
  job,
  nameWithWarning,
  client,
  { id: 'status', header: 'Status', width: 'medium', cell: (row) => row.statusWords },
  {
    id: 'contract',
    header: 'Contract',
    width: 'medium',
    align: 'end',
    cell: (row) => <Money amount={parseMoney(row.job.contract)} />,
  },
  { id: 'since', header: 'Waiting since', width: 'medium', cell: (row) => <InstantText instant={row.imported.at} /> },
];

export const rejectedColumns: readonly Column[] = [
  job,
  name,
  client,
  { id: 'reason', header: 'Reason', width: 'grow', cell: (row) => row.imported.reason },
  { id: 'by', header: 'Rejected by', width: 'medium', cell: (row) => row.imported.by },
  { id: 'at', header: 'When', width: 'medium', cell: (row) => <InstantText instant={row.imported.at} /> },
];

/** The name of a job, and why accepting it may create a second project for the same work. */
function Warned({ name, warning }: { readonly name: string; readonly warning: string | null }) {
  const styles = useStyles();
  if (warning === null) return name;
  return (
    <>
      {name}
      <span className={styles.warning}>
        <Warning16Filled aria-label="Warning" className={styles.icon} />
        {warning}
      </span>
    </>
  );
}
