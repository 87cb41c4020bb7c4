import type { WizardContext } from '#shared/contract/wizard.ts';
import { displayCostCode } from '#shared/domain/costCode.ts';
import type { Cell, PlannedColumn, Step } from '#shared/domain/plan.ts';
import type { Column } from '#shared/domain/sage/columns.ts';
import { isTableName, tableNamed } from '#shared/domain/sage/schema/tables.ts';
import { storedWords } from '#shared/domain/sage/storedWords.ts';
import { numbered } from '../draft/wizardWords.ts';
import type { CodeNames } from './usePlanSteps.ts';

export function columnNamed(table: string, name: string): Column | null {
  return isTableName(table) ? (tableNamed(table).columns.find((column) => column.name === name) ?? null) : null;
}

/** The words beside the field on Sage's screen; the physical name where Sage shows none. */
export function labelOf(table: string, name: string): string {
  return columnNamed(table, name)?.label ?? name;
}

/** Money, hours and quantities go to the right. */
export function isFigure(table: string, name: string): boolean {
  return columnNamed(table, name)?.type === 'decimal' && name !== 'cstcde';
}

/** A stored value as Sage's screens write it: `2-Open`, `1-Material`, `(1,250.00)`, `11/22/2026`; a dash for nothing. */
export function valueWords(
  table: string,
  name: string,
  text: string | null,
  facts: WizardContext,
  codeNames: CodeNames,
): string {
  const column = columnNamed(table, name);
  if (name === 'phsnum') return phaseWords(text, facts);
  if (text === null || text === '') return '–';
  if (name === 'cstcde') return `${displayCostCode(text)} ${codeNames[text] ?? ''}`.trimEnd();
  if (name === 'csttyp') return inList(facts.costTypes, text);
  if (name === 'chgtyp') return inList(facts.changeOrderTypes, text);
  if (name === 'jobnum') return `${text} ${text === facts.job.number ? facts.job.name : ''}`.trim();
  if (name === 'vndctc') return facts.subcontracts.find(({ record }) => record === text)?.number ?? text;
  return column === null ? text : storedWords(column, text);
}

function phaseWords(text: string | null, { phases }: WizardContext): string {
  return text === null || text === '' || text === '0' ? '0-None' : inList(phases, text);
}

function inList(list: readonly { readonly number: string; readonly name: string }[], number: string): string {
  const found = list.find((item) => item.number === number);
  return found === undefined ? number : numbered(found);
}

/** A line whose number nobody can tell beforehand, because the database gives it or its grid was not read. */
function isUnknownLine({ rule, preview, allocation = 'highest' }: Extract<Cell, { kind: 'take' }>): boolean {
  return rule === 'line' && (allocation !== 'highest' || !/\d/.test(preview));
}

/** What will stand in the column: the value, or how it is found when it is written. */
export function cellWords(
  table: string,
  planned: PlannedColumn,
  facts: WizardContext,
  steps: readonly Step[],
  codeNames: CodeNames,
): string {
  const { cell } = planned;
  if (cell.kind === 'text') return valueWords(table, planned.column, cell.text, facts, codeNames);
  // In a grid every line says the same; its clock says the rest.
  if (cell.kind === 'take') return isUnknownLine(cell) ? 'next' : cell.preview;
  if (cell.kind === 'read') return `${labelOf(cell.table, cell.column)} as it is`;
  return steps.some(({ id }) => id === cell.step) ? 'new' : 'of another row';
}

const confidenceWords = { high: 'certain', med: 'likely', low: 'uncertain', guess: 'our assumption' } as const;

/**
 * Where a value comes from when no person entered it; null for what was entered. Not in full: without the rule by which something
 * is taken when it is written.
 */
export function originWords({ origin, why, confidence, cell }: PlannedColumn, full = true): string | null {
  if (origin === 'entered') return null;
  const rule = why ?? (origin === 'fixed' ? 'Always this value' : 'By Plumbline’s rule');
  const sure = confidence === undefined ? '' : ` (${confidenceWords[confidence]})`;
  if (cell.kind === 'take') return full ? `Taken when it is written. ${rule}.` : 'Taken when it is written.';
  return origin === 'derived' ? `Derived: ${rule}${sure}.` : `${rule}.`;
}
