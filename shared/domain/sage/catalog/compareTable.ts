import type { CatalogDifference, ColumnLimit } from '../catalog.ts';
import type { Table } from '../columns.ts';
import { referenceOf, typeText } from '../physical.ts';
import type { TableUse } from '../uses/tableUse.ts';
import { compareColumn } from './compareColumn.ts';
import { demandsValue, harm, isWritten } from './compared.ts';
import { difference } from './difference.ts';
import type { FoundForeignKey, FoundSchema, FoundTrigger } from './found.ts';

export type TableFinding = {
  readonly differences: readonly CatalogDifference[];
  /** `table.column` → tighter limit. */
  readonly limits: Readonly<Record<string, ColumnLimit>>;
};

/** One table of the catalog beside its description: the table, its columns, then what works on it unseen. */
export function compareTable(table: Table, use: TableUse, found: FoundSchema): TableFinding {
  const columns = found.columns.filter((one) => one.table === table.name);
  if (columns.length === 0) return { differences: [missingTable(table, use)], limits: {} };
  const limits: Record<string, ColumnLimit> = {};
  const differences = table.columns.flatMap((column) => {
    const finding = compareColumn(
      table,
      use,
      column,
      columns.find((one) => one.column === column.name),
    );
    if (finding.limit !== null) limits[`${table.name}.${column.name}`] = finding.limit;
    return finding.differences;
  });
  const triggers = found.triggers.filter((one) => one.table === table.name);
  return {
    differences: [
      ...differences,
      ...unknownRequired(table, use, found),
      ...triggers.flatMap((trigger) => compareTrigger(table, use, trigger) ?? []),
      ...compareForeignKeys(
        table,
        use,
        found.foreignKeys.filter((one) => one.table === table.name),
      ),
    ],
    limits,
  };
}

function missingTable(table: Table, use: TableUse): CatalogDifference {
  const what = 'is not there, or this login may not see it';
  const parts = { table, use, column: null, aspect: 'missing', expected: 'a table', found: 'nothing' } as const;
  return difference({ ...parts, what, effect: 'blocks' });
}

/** Columns that nobody described and that a new row must fill. */
function unknownRequired(table: Table, use: TableUse, { columns }: FoundSchema): readonly CatalogDifference[] {
  if (use.insert === undefined) return [];
  const known = new Set(table.columns.map(({ name }) => name));
  return columns
    .filter((one) => one.table === table.name && !known.has(one.column) && demandsValue(one))
    .map((one) =>
      difference({
        table,
        use,
        column: one.column,
        aspect: 'extraRequired',
        expected: 'nothing',
        found: `${typeText(one)} NOT NULL`,
        what: 'must have a value in every new row',
        effect: 'blocks',
        concern: 'insert',
      }),
    );
}

/**
 * Sage's own record history is probably kept by triggers (confidence guess), so one that runs afterwards is no reason to stop: it is
 * part of the fingerprint, and what it does to the written rows shows in the read-back and in the certificate. One that runs in
 * place of a statement decides by itself what is written.
 */
function compareTrigger(table: Table, use: TableUse, trigger: FoundTrigger): CatalogDifference | null {
  const { name, insteadOf, enabled, onInsert, onUpdate, definition } = trigger;
  const meets = (onInsert && use.insert !== undefined) || (onUpdate && use.updates !== undefined);
  if (!meets || !enabled) return null;
  const found = `${insteadOf ? 'INSTEAD OF' : 'AFTER'} trigger ${name}`;
  const parts = { table, use, column: null, aspect: 'trigger', expected: 'no trigger', found } as const;
  if (!insteadOf) {
    const seen = 'what it does is seen when the written rows are read back';
    // Encrypted, or the right to see definitions is missing: the fingerprint, and so a certificate, stays valid when its text changes.
    const so = definition === '' ? `${seen}; its text cannot be read, so that a change of it is not noticed` : seen;
    return difference({ ...parts, what: `sets off trigger ${name} when it is written`, effect: 'note', so });
  }
  const what = `hands what is written to trigger ${name} instead of keeping it`;
  return difference({ ...parts, what, effect: 'blocks', concern: onUpdate ? 'write' : 'insert' });
}

function compareForeignKeys(
  table: Table,
  use: TableUse,
  found: readonly FoundForeignKey[],
): readonly CatalogDifference[] {
  return table.columns.flatMap((column) => {
    const described = referenceOf(column);
    const expected = described === null ? 'no reference' : `${described.table}.${described.column}`;
    const present = found
      .filter((one) => one.column === column.name)
      .map((one) => `${one.references}.${one.referencesColumn}`)
      .sort();
    if (present.length === 0 ? described === null : present.every((one) => one === expected)) return [];
    const words = present.length === 0 ? 'no reference' : present.join(', ');
    const what = described === null ? `points to ${words}` : `points to ${words} instead of ${expected}`;
    const compared = { table, use, column };
    // A reference that is not enforced, or enforced where none was expected, at most refuses a row; another one means something else.
    const otherMeaning = described !== null && present.length > 0 && isWritten(compared);
    const parts = { ...compared, aspect: 'foreignKey', expected, found: words, what } as const;
    return [difference({ ...parts, effect: harm(otherMeaning), concern: 'write' })];
  });
}
