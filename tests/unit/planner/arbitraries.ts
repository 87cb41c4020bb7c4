import fc from 'fast-check';
import { formatScaled } from '#shared/domain/decimal.ts';
import type { BudgetDraft, Draft, PrimeDraft } from '#shared/domain/draft.ts';
import type { PlanningInput } from '#shared/domain/plans/changeOrder/input.ts';
import { cor } from './cors.ts';
import { budget, given, header, prime, sub } from './given.ts';

/** Drafts of one to three CORs that can be planned: any lines, amounts, percentages, credits, subcontract changes and texts. */

const cents = (most: bigint) => fc.bigInt({ min: -most, max: most }).map((value) => formatScaled(value, 2));
const amount = fc.oneof(cents(10n ** 9n), cents(300n), fc.constant('0.00'));
const scaled = (most: bigint, scale: number) =>
  fc.bigInt({ min: 0n, max: most }).map((value) => formatScaled(value, scale));
const quantity = (scale: number) => fc.oneof(fc.constant(''), scaled(10n ** 6n, scale));
/** Words of any script; the number in front keeps descriptions apart. */
const words = fc.oneof(
  fc.string({ maxLength: 40 }),
  fc.constantFrom('Zoë – “5/8″ pipe”', '日本語の説明', 'Ñandú', '👷‍♀️ crew', 'naïve'),
);
const description = words.map((text) => text.replace(/[^\P{C}\p{Cf}]/gu, '').slice(0, 38));
const status = fc.constantFrom('1', '2', '3', '4');

const primeOf = (corId: string) =>
  fc
    .record({ description, requested: amount, approved: amount, coded: fc.boolean() })
    .map(
      ({ coded, ...line }): PrimeDraft =>
        prime({ ...line, corId, ...(coded ? { costCode: '3300', costType: '4' } : {}) }),
    );

const plainBudget = fc.record({
  costCode: fc.constantFrom('16100', '3300.000', '12162420.1'),
  costType: fc.constantFrom('1', '2', '3', '4', '5', '6', '7', '8', '9'),
});

/** Line 1 or 2 of subcontract 850, which bring their own codes, or a new line. */
const subChange = fc
  .record({ line: fc.constantFrom('1', '2', ''), status, changeNumber: fc.constantFrom('850-1', '850-2') })
  .map((change) => ({
    costCode: change.line === '2' ? '3300' : '16100',
    costType: '4',
    subcontract: sub(change),
  }));

const budgetOf = (corId: string) =>
  fc
    .tuple(
      fc.oneof({ weight: 3, arbitrary: plainBudget }, { weight: 1, arbitrary: subChange }),
      fc.oneof(
        amount.map((share) => ({ shareMode: 'amount' as const, share })),
        scaled(10_000n, 2).map((share) => ({ shareMode: 'percent' as const, share })),
      ),
      fc.record({ description, multiplier: scaled(3000n, 3), hours: quantity(2), units: quantity(4) }),
    )
    .map(([coding, share, rest]): BudgetDraft => budget({ ...coding, ...share, ...rest, corId }));

type Lines = { readonly prime: readonly PrimeDraft[]; readonly budget: readonly BudgetDraft[] };

const linesOf = (corId: string): fc.Arbitrary<Lines> =>
  fc
    .record({
      prime: fc.array(primeOf(corId), { maxLength: 4 }),
      budget: fc.array(budgetOf(corId), { maxLength: 5 }),
    })
    .filter((lines) => lines.prime.length + lines.budget.length > 0);

const corIds = ['cor-12', 'cor-13', 'cor-14'];

function inputOf(lines: readonly Lines[], head: Partial<Draft['header']>): PlanningInput {
  const primes = lines.flatMap((of) => of.prime);
  const taken = new Set<string>();
  const ids = corIds.slice(0, lines.length);
  return given({
    cors: ids.map((id) => cor({ id, number: id.slice(4) })),
    draft: {
      corIds: ids,
      header: header({ ...head, approvedOn: head.status === '1' ? '2026-11-18' : '' }),
      prime: primes.map((line, index) => ({ ...line, id: `p${index}`, description: `${index} ${line.description}` })),
      budget: lines
        .flatMap((of) => of.budget)
        .map((line, index) => ({ ...line, id: `b${index}`, description: `${index} ${line.description}` }))
        .filter((line) => oncePerSubcontractLine(line, taken)),
    },
  });
}

/** One change of each subcontract line in a change order. */
function oncePerSubcontractLine({ subcontract }: BudgetDraft, taken: Set<string>): boolean {
  const line = subcontract?.line ?? '';
  if (line === '') return true;
  if (taken.has(line)) return false;
  taken.add(line);
  return true;
}

export const validInput: fc.Arbitrary<PlanningInput> = fc
  .tuple(
    fc.integer({ min: 1, max: 3 }).chain((count) => fc.tuple(...corIds.slice(0, count).map(linesOf))),
    fc.record({ status, phase: fc.constantFrom('0', '', '1'), description: description.map((text) => `CO ${text}`) }),
  )
  .map(([lines, head]) => inputOf(lines, head))
  // Taking out a second change of a subcontract line may leave a COR without any line.
  .filter(({ draft }) =>
    draft.corIds.every((id) => [...draft.prime, ...draft.budget].some(({ corId }) => corId === id)),
  );
