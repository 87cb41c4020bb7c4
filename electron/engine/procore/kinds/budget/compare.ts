import type { BothSides } from '#shared/contract/procore.ts';
import { displayCostCode } from '#shared/domain/costCode.ts';
import { isZero, sumMoney } from '#shared/domain/money.ts';
import { cellOf, totalsOf } from '#shared/domain/procore/budgetCells.ts';
import { unlockRefusal } from '#shared/domain/procore/rules/budget.ts';
import { fixedCostTypes, statusWords } from '#shared/domain/sage/enumerations.ts';
import type { Context } from '../../../context.ts';
import type { Compared } from '../../kindModule.ts';
import { codeList } from '../shared/sageFacts.ts';
import { apart } from '../shared/sides.ts';
import { newPairs } from './items.ts';
import { type Standing, unreadWords } from './standing.ts';

/** R-041: every code and cost type with original and changes, revised, and what Sage has; the totals are those of the plan. */
export function compareBudget(context: Context, standing: Standing): Compared {
  const { cells, sageCells } = standing;
  const names = codeList(context);
  const totals = totalsOf(cells.values());
  const keys = [...new Set([...cells.keys(), ...sageCells.keys()])].sort();
  return {
    fields: [
      amount('Original', totals.original, null),
      amount('Changes', totals.changes, null),
      amount('Revised', totals.revised, sumMoney([...sageCells.values()])),
      apart('Locked', standing.budget.locked ? 'Yes' : 'No', yesNo(standing)),
    ],
    lines: keys.map((key) => {
      const { code, type, phase } = cellOf(key);
      const procore = cells.get(key)?.revised ?? null;
      const sage = sageCells.get(key) ?? null;
      return {
        id: key,
        title: names.get(code)?.name ?? '',
        code: displayCostCode(code),
        type: `${statusWords(fixedCostTypes, type)}${phase === '0' ? '' : `, phase ${phase}`}`,
        procore,
        sage,
        differs: (procore ?? '0.00') !== (sage ?? '0.00'),
      };
    }),
    notes: notesOf(context, standing),
  };
}

function yesNo({ sage }: Standing): string | null {
  if (sage === null) return null;
  return sage.locked ? 'Yes' : 'No';
}

function amount(label: string, procore: string, sage: string | null): BothSides {
  return { label, procore, sage, form: 'money', differs: sage !== null && procore !== sage };
}

/** Who owns the budget and what follows from it, before anything else. */
function notesOf(context: Context, standing: Standing): readonly string[] {
  const { facts, budget } = standing;
  const unlock = unlockRefusal(budget);
  const fresh = [...newPairs(standing).values()].filter((money) => !isZero(money) || budget.locked).length;
  return [
    facts.owner === null
      ? 'Nobody owns this budget yet. Locked in Procore it can be sent to Sage, unlocked it can be imported from Sage; whichever is done first decides it for good.'
      : facts.owner === 'procore'
        ? 'Procore owns this budget: it is changed there and sent again. It can no longer be imported from Sage.'
        : 'Sage owns this budget: it is changed in 6-2 and imported again. It is never sent to Sage.',
    'Only amounts are exchanged: hours, units and quantities stay what they are on both sides.',
    ...(facts.owner === 'procore' && facts.readBack === null
      ? ['Leave it locked and unchanged in Procore until Sage was read and shows what was exported.']
      : []),
    ...(unlock === null || !budget.locked ? [] : [`Do not unlock it: ${unlock}`]),
    ...(facts.phases.length > 0 && standing.pairs.phases?.size === 0
      ? ['The project has no sub jobs, so that the phases of the job are added up.']
      : []),
    ...unreadWords(standing),
    ...(fresh > 0 && facts.owner !== 'procore' && context.store.settings.read().procore.autoAddCombinations
      ? [`${fresh} cost codes with a cost type are new in Sage and get a line by themselves.`]
      : []),
  ];
}
