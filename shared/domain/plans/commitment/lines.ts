import { type Money, parseMoney, zero } from '../../money.ts';
import type { PlannedColumn, Refusal } from '../../plan.ts';
import { type CodedLine, type CodingFacts, lineName, type SageCoding, sageCoding } from '../../procore/rules/coding.ts';
import { lengthLimits, shortened } from '../../procore/rules/numbers.ts';
import { collapseSpaces } from '../../text.ts';
import { entered, fixed } from '../changeOrder/steps.ts';
import type { Caution, SageFacts } from './input.ts';

/** A line of Procore with everything worked out that its row in Sage will hold. */
export type ResolvedLine<T extends SourceLine> = {
  readonly source: T;
  readonly coding: SageCoding;
  readonly amount: Money;
  /** Fits Sage's column. */
  readonly description: string;
  /** The whole description where it had to be shortened, for the notes; null: it is whole. */
  readonly whole: string | null;
  /** Procore's line has none: the name of its cost code. */
  readonly named: boolean;
};

export type SourceLine = CodedLine & { readonly amount: string; readonly unit: string | null };

/** Lines that rules have passed already; those that have no coding in Sage are left out, and refused by the rules. */
export function resolveLines<T extends SourceLine>(
  lines: readonly T[],
  coding: CodingFacts,
  { costCodes }: SageFacts,
  longest: number,
): readonly ResolvedLine<T>[] {
  return lines.flatMap((source) => {
    const reading = sageCoding(source, coding);
    if (!reading.ok) return [];
    const own = collapseSpaces(source.description);
    const text = own === '' ? (costCodes.get(reading.coding.costCode)?.name ?? lineName(source)) : own;
    const description = shortened(text, longest);
    return {
      source,
      coding: reading.coding,
      amount: parseMoney(source.amount) ?? zero,
      description,
      whole: description === text ? null : text,
      named: own === '',
    };
  });
}

export function descriptionColumn<T extends SourceLine>(column: string, line: ResolvedLine<T>): PlannedColumn {
  if (line.named)
    return fixed(column, line.description, 'Procore’s line has no description: the name of its cost code');
  return entered(column, line.description);
}

/** One phase for the whole record, because Sage keeps it in the header. `0`: none. */
export function phaseOf(
  lines: readonly ResolvedLine<SourceLine>[],
  { phases, job }: SageFacts,
  what: string,
): { readonly phase: string; readonly refusals: readonly Refusal[] } {
  const used = [...new Set(lines.map(({ coding }) => coding.phase))];
  const [phase = '0', another] = used;
  if (another !== undefined) {
    const words = used.map((one) => (one === '0' ? 'no sub job' : `phase ${one}`)).join(', ');
    const sentence = `Its lines belong to different sub jobs (${words}), and Sage keeps one phase for a whole ${what}: split it in Procore, one for each sub job.`;
    return { phase, refusals: [{ field: 'lines', value: words, sentence }] };
  }
  if (phase !== '0' && !phases.some(({ number }) => number === phase)) {
    const sentence = `Phase ${phase} is no longer one of job ${job?.number ?? ''}: link the sub job again.`;
    return { phase, refusals: [{ field: 'lines', value: phase, sentence }] };
  }
  return { phase, refusals: [] };
}

/** what had to be shortened on lines, to be confirmed; the whole text goes into the notes of the line. */
export function lineCautions(lines: readonly ResolvedLine<SourceLine>[], units: boolean): readonly Caution[] {
  const cut = lines.filter(({ whole }) => whole !== null);
  const [first] = cut;
  const cautions: Caution[] = [];
  if (first !== undefined) {
    const more = cut.length === 1 ? '' : `, and so are ${cut.length - 1} others`;
    const sentence = `The description of line ${first.source.position} is shortened to '${first.description}'${more}. The whole text goes into the notes of the line.`;
    cautions.push({ name: 'shortenedLines', sentence });
  }
  const longUnits = new Map(
    lines
      .map(({ source }) => collapseSpaces(source.unit ?? ''))
      .filter((unit) => units && unit.length > lengthLimits.unit)
      .map((unit) => [unit, shortened(unit, lengthLimits.unit)]),
  );
  if (longUnits.size > 0) {
    const pairs = [...longUnits].map(([unit, short]) => `'${unit}' becomes '${short}'`).join(', ');
    cautions.push({
      name: 'shortenedUnits',
      sentence: `Units have at most ${lengthLimits.unit} characters: ${pairs}.`,
    });
  }
  return cautions;
}
