import {
  columnVisibilityFeature,
  createColumnHelper,
  metaHelper,
  type ReactTable,
  type Row,
  tableFeatures,
} from '@tanstack/react-table';
import type { CorLogRow } from '#shared/domain/corLog.ts';
import type { OfficeDays } from '../../../components/officeDays.ts';
import { type LogColumn, logColumns } from './logColumns.tsx';

/** Order and filters are the engine's work; the table model holds which columns are shown, and the rows that are here. */
export const logFeatures = tableFeatures({
  columnVisibilityFeature,
  columnMeta: metaHelper<LogColumn>(),
  tableMeta: metaHelper<{ readonly days: OfficeDays }>(),
});
export type LogTable = ReactTable<typeof logFeatures, CorLogRow>;
export type LogTableRow = Row<typeof logFeatures, CorLogRow>;

const helper = createColumnHelper<typeof logFeatures, CorLogRow>();

/** What a row is known by, and where it stands in Sage, is always shown. */
const alwaysShown: ReadonlySet<string> = new Set(['number', 'sage']);

export const tableColumns = logColumns.map((column) =>
  helper.display({
    id: column.id,
    header: column.title,
    meta: column,
    enableHiding: !alwaysShown.has(column.id),
    cell: ({ row, table }) => {
      const days = table.options.meta?.days;
      if (days === undefined) return null;
      return column.cell === undefined ? column.text(row.original, days) : column.cell(row.original, days);
    },
  }),
);
