import type { ItemPreview, PreviewStep } from '#shared/contract/procore.ts';
import { namedSums, type Plan, type PlannedColumn, type Step } from '#shared/domain/plan.ts';
import type { ProcoreCall } from '#shared/domain/procore/call.ts';
import type { Column } from '#shared/domain/sage/columns.ts';
import { columnOf, tableNamed } from '#shared/domain/sage/schema/tables.ts';
import { storedWords } from '#shared/domain/sage/storedWords.ts';
import type { Context } from '../context.ts';
import { isTypedByHand } from '../writing/decision.ts';
import { callSteps } from './callWords.ts';
import type { AcceptedAs } from './kindModule.ts';
import { cutTexts } from './short.ts';

/** More steps than anybody reads on a screen, and few enough for one message; all are in the receipt. */
const shownSteps = 120;

/** What accepting would write, in the words of the screens of Sage and Procore. */
export function previewOf(context: Context, as: AcceptedAs, hash: string): ItemPreview {
  const steps = as.into === 'sage' ? as.plan.steps.map(sageStep) : as.calls.flatMap(callSteps);
  const own =
    as.into === 'sage'
      ? {
          title: as.plan.title,
          sums: namedSums(as.plan),
          warnings: as.plan.warnings,
          undo: as.plan.undo,
          byHand: byHandWords(context, as.plan),
        }
      : { title: as.title, sums: as.sums, warnings: as.warnings, undo: undoWords(as.calls), byHand: null };
  return {
    ok: true,
    hash,
    into: as.into,
    ...own,
    steps: cutTexts(steps.slice(0, shownSteps), 1000),
    stepCount: steps.length,
    cautions: as.cautions,
  };
}

function byHandWords(context: Context, plan: Plan): string | null {
  return isTypedByHand(context, plan.kind)
    ? 'Plumbline prints it for typing into Sage, and finds it there at the next read.'
    : null;
}

function undoWords(calls: readonly ProcoreCall[]): readonly string[] {
  const creates = calls.some(({ op }) => op.endsWith('.upsert'));
  return creates ? ['To undo: unlink it here, then delete what was created in Procore.'] : ['To undo: unlink it here.'];
}

function sageStep(step: Step): PreviewStep {
  const table = tableNamed(step.table);
  return {
    place: `Sage ${table.screen}, ${table.title}`,
    title: step.title,
    columns: step.columns.filter(isForPeople).map((planned) => {
      const column = columnOf(table, planned.column);
      return {
        label: column.label,
        was: inWords(column, planned.was ?? null),
        value: inWords(column, valueNow(planned)),
        why: planned.why ?? '',
      };
    }),
  };
}

/** Row ids, pointers between rows and what Sage keeps of who and when say nothing to anybody who accepts. */
function isForPeople({ cell }: PlannedColumn): boolean {
  return cell.kind === 'text' || (cell.kind === 'take' && cell.rule === 'changeNumber');
}

function valueNow({ cell }: PlannedColumn): string | null {
  if (cell.kind === 'text') return cell.text;
  return cell.kind === 'take' ? cell.preview : null;
}

function inWords(column: Column, value: string | null): string | null {
  return value === null || value === '' ? value : storedWords(column, value);
}
