import type { WizardContext } from '#shared/contract/wizard.ts';
import { allocateByWeights } from '#shared/domain/allocate.ts';
import { allocate, priceOf } from '#shared/domain/allocation.ts';
import { formatScaled, parseScaled } from '#shared/domain/decimal.ts';
import type { BudgetDraft, Draft, PrimeDraft } from '#shared/domain/draft.ts';
import { type Money, parseMoney, subtractMoney, sumMoney, zero } from '#shared/domain/money.ts';
import { uniqueWithin } from '#shared/domain/text.ts';
import type { Edit } from './headerEdits.ts';

/** Sage keeps 50 characters of a line's description. */
export const descriptionLength = 50;

export type CorFacts = WizardContext['cors'][number];
export type Template = WizardContext['last'];

type Line = { readonly id: string; readonly corId: string };

/** The first id of this letter that no line has. */
function nextId(letter: string, lines: readonly Line[]): string {
  const used = new Set(lines.map(({ id }) => id));
  let number = lines.length + 1;
  while (used.has(`${letter}${number}`)) number += 1;
  return `${letter}${number}`;
}

/** Puts lines behind the line named, or behind the last one of their COR. */
function insert<T extends Line>(lines: readonly T[], added: readonly T[], corId: string, after: string | null): T[] {
  const behind = after ?? lines.findLast((line) => line.corId === corId)?.id;
  const at = lines.findIndex(({ id }) => id === behind);
  return at < 0 ? [...lines, ...added] : [...lines.slice(0, at + 1), ...added, ...lines.slice(at + 1)];
}

function change<T extends Line>(lines: readonly T[], id: string, patch: Partial<T>): readonly T[] {
  return lines.map((line) => (line.id === id ? { ...line, ...patch } : line));
}

/** What the COR's lines leave of a total. */
function leftOf(total: Money, amounts: readonly string[]): Money {
  return subtractMoney(parseMoney(total) ?? zero, sumMoney(amounts.map((text) => parseMoney(text) ?? zero)));
}

export function changePrime(id: string, patch: Partial<PrimeDraft>): Edit {
  return (draft) => ({ ...draft, prime: change(draft.prime, id, patch) });
}

export function removePrime(id: string): Edit {
  return (draft) => ({ ...draft, prime: draft.prime.filter((line) => line.id !== id) });
}

/** Adds a prime line for what the COR's other lines have left over, with a description of its own. */
export function addPrime(cor: CorFacts, after: string | null = null): Edit {
  return (draft) => {
    const own = draft.prime.filter((line) => line.corId === cor.id);
    const taken = new Set(draft.prime.map(({ description }) => description.trim()));
    const line: PrimeDraft = {
      id: nextId('p', draft.prime),
      corId: cor.id,
      description: uniqueWithin(`COR ${cor.number} ${cor.title}`, taken, descriptionLength),
      requested: leftOf(
        cor.requested,
        own.map(({ requested }) => requested),
      ),
      approved:
        draft.header.status === '1'
          ? leftOf(
              cor.effective,
              own.map(({ approved }) => approved),
            )
          : zero,
      costCode: own.at(-1)?.costCode ?? '',
      costType: own.at(-1)?.costType ?? '',
      line: null,
    };
    return { ...draft, prime: insert(draft.prime, [line], cor.id, after) };
  };
}

export function changeBudget(id: string, patch: Partial<BudgetDraft>): Edit {
  return (draft) => ({ ...draft, budget: change(draft.budget, id, patch) });
}

export function removeBudget(id: string): Edit {
  return (draft) => ({ ...draft, budget: draft.budget.filter((line) => line.id !== id) });
}

const emptyBudget: Omit<BudgetDraft, 'id' | 'corId'> = {
  description: '',
  costCode: '',
  costType: '',
  shareMode: 'percent',
  share: '100',
  multiplier: '1',
  hours: '',
  units: '',
  subcontract: null,
  line: null,
};

/** What percentages leave of 100; null when one of them is no percentage. Nothing is left of more than 100. */
function percentLeft(lines: readonly BudgetDraft[]): string | null {
  let left = 100n * 10n ** 4n;
  for (const { shareMode, share } of lines) {
    const percent = shareMode === 'percent' ? parseScaled(share.trim(), 4) : null;
    if (percent === null) return null;
    left -= percent;
  }
  return left <= 0n ? '0' : formatScaled(left, 4).replace(/\.?0+$/, '');
}

/** Adds a budget line: the whole price when it is the COR's first, else what is left of it, in percent if all others are. */
export function addBudget(corId: string, after: string | null = null): Edit {
  return (draft) => {
    const own = draft.budget.filter((line) => line.corId === corId);
    const { left } = allocate(priceOf(corId, draft.prime, draft.header.status), own);
    const percent = percentLeft(own);
    const share: Partial<BudgetDraft> = percent === null ? { shareMode: 'amount', share: left } : { share: percent };
    const line = { ...emptyBudget, ...share, id: nextId('b', draft.budget), corId };
    return { ...draft, budget: insert(draft.budget, [line], corId, after) };
  };
}

/** Gives every line of the COR the same share of the price, as amounts that add up to it to the cent. */
export function splitEvenly(corId: string): Edit {
  return (draft) => {
    const own = draft.budget.filter((line) => line.corId === corId);
    const base = priceOf(corId, draft.prime, draft.header.status);
    const shares = allocateByWeights(
      base,
      own.map(() => '1'),
    );
    const share = new Map(own.map((line, index) => [line.id, shares?.[index] ?? zero]));
    return {
      ...draft,
      budget: draft.budget.map((line) => {
        const even = share.get(line.id);
        return even === undefined ? line : { ...line, shareMode: 'amount', share: even };
      }),
    };
  };
}

/** Replaces the COR's new lines by the template's; lines that are in Sage already stay. */
export function applyTemplate(corId: string, template: Template): Edit {
  return (draft) => {
    const kept = draft.budget.filter((line) => line.corId !== corId || line.line !== null);
    const added: BudgetDraft[] = [];
    for (const { percent, ...coded } of template) {
      const id = nextId('b', [...kept, ...added]);
      added.push({ ...emptyBudget, ...coded, id, corId, shareMode: 'percent', share: percent });
    }
    return { ...draft, budget: insert(kept, added, corId, null) };
  };
}

/** True when the COR has budget lines with something of a person's in them, which a template would replace. */
export function hasOwnLines(draft: Draft, corId: string): boolean {
  return draft.budget.some((line) => line.corId === corId && line.line === null && line.costCode !== '');
}
