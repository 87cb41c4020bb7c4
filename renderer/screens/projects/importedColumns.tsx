import type { ImportedRow } from '#shared/contract/projects.ts';
import { parseMoney } from '#shared/domain/money.ts';
import { InstantText } from '../../components/InstantText.tsx';
import type { ListColumn } from '../../components/ListTable.tsx';
import { Money } from '../../components/Money.tsx';

type Column = ListColumn<ImportedRow>;

const job: Column = { id: 'job', header: 'Job', width: 'narrow', cell: (row) => row.job.number };
const name: Column = { id: 'name', header: 'Name', width: 'grow', cell: (row) => row.job.name };
const client: Column = {
  id: 'client',
  header: 'Client',
  width: 'wide',
  cell: ({ job: { clientNumber, clientName } }) =>
    [clientNumber, clientName].filter((word) => word !== null && word !== '').join(' – '),
};

export const waitingColumns: readonly Column[] = [
  job,
  name,
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
