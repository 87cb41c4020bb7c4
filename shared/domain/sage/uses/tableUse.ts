import type { PlanKind } from '../../plan.ts';
import type { TableName } from '../schema/tables.ts';

/** What Plumbline does with one Sage table. */
export type TableUse = {
  /** The plans that need this table; without it every plan: what is unexpected in the table then stops all of them. */
  readonly kinds?: readonly PlanKind[];
  /** Every write begins its transaction by looking at this table, so every plan needs the right to read it. */
  readonly beginsWrites?: true;
  /** Columns that are read by themselves; those that are written are read back as well. */
  readonly reads: readonly string[];
  /** The table also holds bank, tax or pay data: the right to read is asked for column by column. */
  readonly holdsSecrets?: true;
  /** `always`: given in every new row. `sometimes`: left to Sage's default where a row has no use for them. */
  readonly insert?: {
    readonly kinds: readonly PlanKind[];
    readonly always: readonly string[];
    readonly sometimes?: readonly string[];
  };
  /** Which plans change which columns of rows that are there. */
  readonly updates?: readonly TableUpdate[];
};
export type TableUpdate = { readonly kinds: readonly PlanKind[]; readonly columns: readonly string[] };

export type TableUses = Readonly<Partial<Record<TableName, TableUse>>>;

/** Who made and last changed a row of a header or a master. */
export const auditNames = ['insdte', 'insusr', 'upddte', 'updusr'] as const;
