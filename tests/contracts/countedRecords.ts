import Database from 'better-sqlite3';
import type { Plan } from '#shared/domain/plan.ts';
import { countingDefault } from '../odbc/server.ts';
import { type Adapter, onServer, withConnection } from './sageCompanyRig.ts';

/** Lets the database of a sample company number new change orders by a default of its own, from 700,001 on. */
export async function countRecords(adapter: Adapter, file: string): Promise<void> {
  if (!onServer) return countInFile(file);
  const number = '(700001 + ABS(CHECKSUM(NEWID())) % 1000)';
  const add = `ALTER TABLE dbo.[prmchg] ADD CONSTRAINT [${countingDefault}] DEFAULT ${number} FOR [recnum]`;
  await withConnection(adapter, file, (connection) => connection.query(add));
}

function countInFile(file: string): void {
  const database = new Database(file);
  database.unsafeMode();
  database.pragma('writable_schema = ON');
  const { changes } = database
    .prepare("UPDATE sqlite_schema SET sql = replace(sql, ?, ?) WHERE name = 'prmchg' AND type = 'table'")
    .run('"recnum" BIGINT NOT NULL', '"recnum" BIGINT NOT NULL DEFAULT (700001 + abs(random() % 1000))');
  if (changes !== 1) throw new Error('The sample company has no table of change orders');
  database.pragma('writable_schema = RESET');
  database.close();
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
