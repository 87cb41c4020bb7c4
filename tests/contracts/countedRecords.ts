import Database from 'better-sqlite3';
import type { Plan } from '#shared/domain/plan.ts';

/** Lets the database of a sample company number new change orders by a default of its own, from 700,001 on. */
export function countRecords(file: string, statements: readonly string[] = []): void {
  const database = new Database(file);
  database.unsafeMode();
  database.pragma('writable_schema = ON');
  const { changes } = database
    .prepare("UPDATE sqlite_schema SET sql = replace(sql, ?, ?) WHERE name = 'prmchg' AND type = 'table'")
    .run('"recnum" BIGINT NOT NULL', '"recnum" BIGINT NOT NULL DEFAULT (700001 + abs(random() % 1000))');
  if (changes !== 1) throw new Error('The sample company has no table of change orders');
  database.pragma('writable_schema = RESET');
  for (const statement of statements) database.exec(statement);
  database.close();
}

/** The same plan, its record number left to the database. */
export function givenOut(plan: Plan, allocation: 'identity' | 'default'): Plan {
  const steps = plan.steps.map((step) => ({
    ...step,
    columns: step.columns.map((planned) =>
      planned.cell.kind === 'take' && planned.cell.rule === 'record'
        ? { ...planned, cell: { ...planned.cell, allocation } }
        : planned,
    ),
  }));
  return { ...plan, steps };
}
