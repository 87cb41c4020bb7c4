import { randomUUID } from 'node:crypto';
import { addDecimals, isDecimal } from '#shared/domain/decimal.ts';
import type { PlannedColumn, Step } from '#shared/domain/plan.ts';
import type { EngineRig } from './rig.ts';

/**
 * A person who types the example into Sage, and Sage's program that saves it: rows of its own, with its own ids and numbers, in one
 * step after the other as the example lists them. `sage` says what Sage's program stores instead of what Plumbline would.
 */
export type Typing = {
  readonly user: string;
  readonly sage?: (table: string, column: string, value: string | null) => string | null;
};

export async function typeInSage(rig: EngineRig, { user, sage = (_, __, value) => value }: Typing): Promise<void> {
  const { steps } = await rig.ask('certification.example', {});
  const { numbers } = await rig.ask('certification.get', {});
  if (numbers === null) throw new Error('No case is running');
  const rows = new Map<string, Readonly<Record<string, string | null>>>();
  // The person's change order, where the example shows Plumbline's.
  const own = await recordOf(rig, numbers.typed);
  const shown = await recordOf(rig, numbers.written);
  for (const step of steps) {
    const key = Object.fromEntries(
      Object.entries(step.key).map(([name, value]) => [name, isOurs(step) && value === shown ? own : value]),
    );
    const stored = async (planned: PlannedColumn, row: Readonly<Record<string, string | null>>) => {
      const value = await cellValue(rig, step, planned, { user, rows, row, key, own, shown });
      return sage(step.table, planned.column, value);
    };
    const row: Record<string, string | null> = {};
    for (const planned of inWritingOrder(step.columns)) row[planned.column] = await stored(planned, row);
    rows.set(step.id, row);
    await save(rig, step, key, row);
  }
}

type Place = {
  readonly user: string;
  readonly rows: ReadonlyMap<string, Readonly<Record<string, string | null>>>;
  readonly row: Readonly<Record<string, string | null>>;
  readonly key: Readonly<Record<string, string | null>>;
  readonly own: string | null;
  readonly shown: string | null;
};

async function cellValue(rig: EngineRig, step: Step, planned: PlannedColumn, place: Place): Promise<string | null> {
  const { cell, column, was } = planned;
  switch (cell.kind) {
    case 'text':
      if (cell.text === place.shown && column === 'recnum') return place.own;
      return movedInstead(rig, step, column, was ?? null, cell.text, place);
    case 'copy':
      return place.rows.get(cell.step)?.[cell.column] ?? null;
    case 'read': {
      const record = cell.table === 'prmchg' ? place.own : (cell.key.recnum ?? null);
      return one(rig, `SELECT _idnum AS v FROM ${cell.table} WHERE recnum = CAST(? AS INTEGER)`, record);
    }
    case 'take':
      switch (cell.rule) {
        case 'rowId':
          return randomUUID();
        case 'record':
          return one(rig, `SELECT CAST(MAX(recnum) + 1 AS TEXT) AS v FROM ${step.table}`);
        case 'line':
          return one(
            rig,
            `SELECT CAST(COALESCE(MAX(linnum), 0) + 1 AS TEXT) AS v FROM ${step.table} WHERE recnum = CAST(? AS INTEGER)`,
            place.row.recnum ?? null,
          );
        case 'timestamp':
          return '2026-11-23 09:04:05.000';
        case 'user':
          return place.user;
        // A person does not type Plumbline's proof.
        case 'marker':
          return '';
        case 'changeNumber':
          return cell.preview;
      }
  }
}

/** Totals of rows that both touch stand elsewhere by now: they move by as much as the example shows. */
async function movedInstead(
  rig: EngineRig,
  step: Step,
  column: string,
  was: string | null,
  text: string | null,
  { key }: Place,
): Promise<string | null> {
  if (step.op !== 'update' || was === null || text === null || !isDecimal(was) || !isDecimal(text)) return text;
  if (isOurs(step)) return text;
  const where = Object.keys(key).map((name) => `${name} = CAST(? AS INTEGER)`);
  const now = await one(
    rig,
    `SELECT ${column} AS v FROM ${step.table} WHERE ${where.join(' AND ')}`,
    ...Object.values(key),
  );
  const move = addDecimals(text, was.startsWith('-') ? was.slice(1) : `-${was}`, 2);
  return addDecimals(now ?? '0.00', move, 2);
}

function isOurs(step: Step): boolean {
  return step.table === 'prmchg' || step.table === 'pmcgln' || step.table === 'sbcgln';
}

/** Line numbers need their parent's record first. */
function inWritingOrder(columns: readonly PlannedColumn[]): readonly PlannedColumn[] {
  const isLine = ({ cell }: PlannedColumn) => cell.kind === 'take' && cell.rule === 'line';
  return [...columns.filter((column) => !isLine(column)), ...columns.filter(isLine)];
}

async function save(
  rig: EngineRig,
  step: Step,
  key: Readonly<Record<string, string | null>>,
  row: Readonly<Record<string, string | null>>,
): Promise<void> {
  const names = Object.keys(row);
  if (step.op === 'insert') {
    const places = names.map(() => '?').join(', ');
    await rig.inSage(`INSERT INTO ${step.table} (${names.join(', ')}) VALUES (${places})`, ...Object.values(row));
    return;
  }
  const where = Object.keys(key).map((name) => `${name} = CAST(? AS INTEGER)`);
  const sets = names.map((name) => `${name} = ?`);
  await rig.inSage(
    `UPDATE ${step.table} SET ${sets.join(', ')} WHERE ${where.join(' AND ')}`,
    ...Object.values(row),
    ...Object.values(key),
  );
}

async function one(rig: EngineRig, sql: string, ...parameters: (string | null)[]): Promise<string | null> {
  const [row] = await rig.inSage(sql, ...parameters);
  return row?.v === undefined || row.v === null ? null : String(row.v);
}

function recordOf(rig: EngineRig, number: string): Promise<string | null> {
  return one(rig, 'SELECT CAST(recnum AS TEXT) AS v FROM prmchg WHERE chgnum = ?', number);
}
