import type { Plan } from '#shared/domain/plan.ts';
import { countingDefault } from '../odbc/server.ts';
import { alterTable } from './alterTable.ts';
import { type Adapter, onServer, withConnection } from './sageCompanyRig.ts';

/** Lets the database of a sample company number new change orders by a default of its own, from 700,001 on. */
export async function countRecords(adapter: Adapter, file: string): Promise<void> {
  if (!onServer) {
    const column = '"recnum" BIGINT NOT NULL';
    return alterTable(file, 'prmchg', column, `${column} DEFAULT (700001 + abs(random() % 1000))`);
  }
  const number = '(700001 + ABS(CHECKSUM(NEWID())) % 1000)';
  const add = `ALTER TABLE dbo.[prmchg] ADD CONSTRAINT [${countingDefault}] DEFAULT ${number} FOR [recnum]`;
  await withConnection(adapter, file, (connection) => connection.query(add));
}

/** The same plan, its record number or its lines left to the database. */
export function givenOut(plan: Plan, allocation: 'identity' | 'default', rule: 'record' | 'line' = 'record'): Plan {
  const steps = plan.steps.map((step) => ({
    ...step,
    columns: step.columns.map((planned) =>
      planned.cell.kind === 'take' && planned.cell.rule === rule
        ? { ...planned, cell: { ...planned.cell, allocation } }
        : planned,
    ),
  }));
  return { ...plan, steps };
}
