import type { ChoiceField, Choices } from '#shared/contract/procore.ts';
import { type Result, succeed } from '#shared/domain/failure.ts';
import { formatMoney, isZero, type Money, sumMoney, zero } from '#shared/domain/money.ts';
import { type CellKey, cellOf } from '#shared/domain/procore/budgetCells.ts';
import { procoreCodes } from '#shared/domain/procore/codes.ts';
import type { ProcoreLink } from '#shared/domain/procore/link.ts';
import { type ImportMode, importRows, notImported } from '#shared/domain/procore/rules/budget.ts';
import { cellWords, someOf } from '#shared/domain/procore/words.ts';
import type { Context } from '../../../context.ts';
import type { Accepting, Caution } from '../../kindModule.ts';
import { typeCodes } from '../shared/codes.ts';
import { listChoice } from '../shared/overflow.ts';
import { itemGone, refusedAs } from '../shared/planning.ts';
import { budgetOf } from '../shared/sageFacts.ts';
import type { Settle } from './links.ts';
import { type Standing, standingOf } from './standing.ts';

/** lines that Procore has already are kept or replaced; nothing is asked where there are none, or once Sage owns the budget. */
export function importChoices({ link, originals }: Standing): readonly ChoiceField[] {
  if (link !== null || ![...originals.values()].some((amount) => !isZero(amount))) return [];
  return [
    listChoice(
      'existing',
      'Amounts that Procore has already',
      'keep',
      [
        { value: 'keep', label: 'Keep existing and add the missing ones' },
        { value: 'override', label: 'Override existing' },
      ],
      'Below, every amount stands with what it is on the other side.',
    ),
  ];
}

export async function importBudget(
  context: Context,
  project: ProcoreLink,
  choices: Choices,
): Promise<Result<Accepting>> {
  const now = await context.sage.record('budget', project.sageKey);
  if (!now.ok) return now;
  const sage = now.value === null ? null : budgetOf(now.value);
  const standing = standingOf(context, project, sage);
  if (standing === null) return { ok: false, failure: itemGone(`The budget of ${project.sageNumber}`) };
  const again = standing.link !== null;
  const mode: ImportMode = again || choices.existing === 'override' ? 'override' : 'keep';
  const rows = importRows(standing.sageCells, standing.originals, mode);
  if (rows.size === 0) {
    const sentence = `Procore has every estimate of job ${project.sageNumber} already.`;
    return refusedAs({ field: 'budget', value: project.sageNumber, sentence });
  }
  const wanted = wantedRows(context, standing, rows);
  if (!wanted.ok) return refusedAs(...wanted.refusals);
  const estimates = [...standing.sageCells].filter(([, amount]) => !amount.startsWith('-'));
  const settle: Settle = { what: 'imported', cells: Object.fromEntries(estimates) };
  const credits = notImported(standing.sageCells);
  return succeed({
    ok: true,
    as: {
      into: 'procore',
      purpose: again ? 'update' : 'import',
      title: `${rows.size} ${rows.size === 1 ? 'amount' : 'amounts'} of the budget of job ${project.sageNumber} into ${standing.name}`,
      calls: [{ op: 'budget.rows', project: project.procoreId, rows: wanted.rows }],
      sums: [
        { label: 'Estimates in Sage', amount: sumMoney(estimates.map(([, amount]) => amount)) },
        { label: 'Written now', amount: sumMoney([...rows.values()]) },
      ],
      warnings:
        credits.length === 0
          ? []
          : [`Below zero in Sage and not imported: ${someOf(credits.map((key) => cellWords(key)))}.`],
      cautions: cautionsOf(standing, rows, again),
      settle: JSON.stringify(settle),
    },
  });
}

/** a second import writes over what is there, and so does *Override existing*: what is lost is said first. */
function cautionsOf({ originals }: Standing, rows: ReadonlyMap<CellKey, Money>, again: boolean): readonly Caution[] {
  const lost = [...rows].filter(([key]) => !isZero(originals.get(key) ?? zero));
  if (lost.length === 0) return [];
  const words = someOf(
    lost.map(
      ([key, amount]) => `${cellWords(key)}: ${formatMoney(originals.get(key) ?? zero)} becomes ${formatMoney(amount)}`,
    ),
  );
  return [{ name: again ? 'reimport' : 'override', sentence: `Amounts in Procore are written over: ${words}.` }];
}

type Wanted =
  | {
      readonly ok: true;
      readonly rows: readonly {
        readonly code: string;
        readonly type: string;
        readonly subJob: string | null;
        readonly amount: Money;
      }[];
    }
  | {
      readonly ok: false;
      readonly refusals: readonly { readonly field: string; readonly value: string; readonly sentence: string }[];
    };

/** Cells in Procore's words; a code or type that Procore does not have is refused, because its money would be lost. */
export function wantedRows(context: Context, { pairs }: Standing, rows: ReadonlyMap<CellKey, Money>): Wanted {
  const codes = procoreCodes(pairs.codes);
  const types = typeCodes(context);
  const subJobs = new Map([...(pairs.phases ?? [])].map(([subJob, phase]) => [phase, subJob]));
  const phases = new Set<string>();
  const unknown: CellKey[] = [];
  const wanted = [...rows].flatMap(([key, amount]) => {
    const { code, type, phase } = cellOf(key);
    const [theirs, theirType] = [codes.get(code), types.get(type)];
    const subJob = phase === '0' ? null : subJobs.get(phase);
    if (theirs !== undefined && theirType !== undefined && subJob !== undefined) {
      return [{ code: theirs, type: theirType, subJob, amount }];
    }
    if (subJob === undefined) phases.add(phase);
    else unknown.push(key);
    return [];
  });
  const refusals = [
    ...(phases.size === 0
      ? []
      : [
          {
            field: 'phases',
            value: [...phases].join(', '),
            sentence: `These phases have money and are no sub jobs yet: ${someOf([...phases])}. Bring them in first, under Sub jobs.`,
          },
        ]),
    ...(unknown.length === 0
      ? []
      : [
          {
            field: `row.${unknown[0] ?? ''}`,
            value: String(unknown.length),
            sentence: `These are not in the project: ${someOf(unknown.map(cellWords))}. Bring its cost codes and cost types in first, under Cost codes.`,
          },
        ]),
  ];
  return refusals.length > 0 ? { ok: false, refusals } : { ok: true, rows: wanted };
}
