import { allocate, priceOf } from '../../allocation.ts';
import type { Cor } from '../../cor.ts';
import { corStatusWords } from '../../corAmounts.ts';
import { canonicalCostCode, displayCostCode } from '../../costCode.ts';
import { absMoney, formatMoney, isNegative, isZero, type Money, parseMoney, sumMoney, zero } from '../../money.ts';
import { changeOrderStatuses, statusWords } from '../../sage/enumerations.ts';
import type { ChangeOrder } from '../../sage/facts.ts';
import { type PlanningInput, targetOf } from './input.ts';
import { nameKey } from './primeLines.ts';
import type { ResolvedBudget } from './resolvedBudget.ts';

/** What is allowed but worth a second look before approving. */
export function planWarnings(input: PlanningInput, budget: readonly ResolvedBudget[]): readonly string[] {
  return [
    ...corWarnings(input),
    ...receivedWarnings(input),
    ...statusWarnings(input),
    ...disapprovalWarnings(input),
    ...sharedWarnings(input),
    ...moneyWarnings(input),
    ...listWarnings(input, budget),
  ];
}

function corWarnings(input: PlanningInput): readonly string[] {
  const { draft, cors, facts } = input;
  const warnings: string[] = [];
  for (const cor of cors) {
    const sage = cor.integrations.find(({ provider }) => /sage/i.test(provider));
    if (sage !== undefined) {
      warnings.push(
        `Clearstory's own integration (${sage.provider}) says COR ${cor.number} is in Sage already: check 6-4-1 so that it is not posted twice.`,
      );
    }
    const twin = writtenBefore(cor, input);
    if (twin !== undefined) {
      warnings.push(
        `Change order ${twin.number} carries the id of COR ${cor.number} (User Def2): check 6-4-1 so that it is not posted twice.`,
      );
    }
    for (const line of sameLines(cor, input)) {
      warnings.push(
        `Change order ${line.changeOrder} has a line '${line.description}' of ${formatMoney(line.amount)} already: check 6-4-1 so that COR ${cor.number} is not posted twice.`,
      );
    }
    if (cor.status === 'rejected') warnings.push(`COR ${cor.number} is void in Clearstory.`);
    if (cor.status === 'placeholder') warnings.push(`COR ${cor.number} is a placeholder: its price is not final.`);
    if (cor.status === 'in_review' && cor.tagNumbers.length > 0) {
      warnings.push(`COR ${cor.number} is still in review although T&M tags hang on it.`);
    }
  }
  if (facts.job?.status === '5') warnings.push(`Job ${facts.job.number} is 5-Complete.`);
  if (facts.job?.status === '1') warnings.push(`Job ${facts.job.number} is only 1-Bid.`);
  const { numbering, number } = draft.header;
  // Confidence high: Sage suggests no next number after one that mixes letters and digits.
  if (draft.target.mode === 'new' && numbering === 'typed' && /[a-z]/i.test(number) && /\d/.test(number)) {
    warnings.push(`Change# ${number.trim()} mixes letters and digits: Sage will not suggest the number after it.`);
  }
  return warnings;
}

/** A live change order that names the COR although no link does: written by another Plumbline, or before an unlink. */
function writtenBefore({ uuid }: Cor, { draft, facts }: PlanningInput): ChangeOrder | undefined {
  if (draft.target.mode === 'update' || uuid === '') return undefined;
  return facts.changeOrders.find(
    ({ userDefined2, status }) => userDefined2 === uuid && status !== '5' && status !== '6',
  );
}

/** What a subcontractor asks for is a cost. On a prime line it is charged to the client, often a second time beside our own COR. */
function receivedWarnings({ cors, draft }: PlanningInput): readonly string[] {
  const charged = ({ id, inbox }: Cor) =>
    inbox === 'received' &&
    draft.prime.some(
      ({ corId, requested, approved }) =>
        corId === id && [requested, approved].some((text) => !isZero(parseMoney(text) ?? zero)),
    );
  return cors
    .filter(charged)
    .map(
      ({ number, contractorName }) =>
        `COR ${number} was received from ${contractorName || 'a subcontractor'}: its prime line charges it to the client. Remove that line if it is only a cost, or if a COR of your own covers it.`,
    );
}

/** Live prime lines of no linked COR that are described as a new one will be: left behind by an unlink, or typed by hand. */
function sameLines({ id }: Cor, { draft, facts }: PlanningInput) {
  const names = new Set(
    draft.prime.filter(({ corId, line }) => corId === id && line === null).map((line) => nameKey(line.description)),
  );
  const isLinked = (record: string, line: string) =>
    facts.links.some((link) => link.record === record && link.pushed.prime.some((row) => row.line === line));
  return facts.changeOrders
    .filter(({ status }) => status !== '5' && status !== '6')
    .flatMap(({ record, number, prime }) =>
      prime
        .filter(({ line, description }) => names.has(nameKey(description)) && !isLinked(record, line))
        .map(({ description, approved, requested }) => ({
          changeOrder: number.trim(),
          description: description.trim(),
          amount: isZero(approved) ? requested : approved,
        })),
    )
    .filter(({ amount }) => !isZero(amount));
}

/** The status that the change order has once the plan is applied: an appended one keeps its own. */
function statusAfter(input: PlanningInput): string {
  const { target, header } = input.draft;
  return target.mode === 'existing' ? (targetOf(input)?.status ?? header.status) : header.status;
}

/** Only 1-Approved moves contract and budget (confidence high), whatever a single COR of the change order says. */
function statusWarnings(input: PlanningInput): readonly string[] {
  const after = statusAfter(input);
  const words = statusWords(changeOrderStatuses, after);
  return input.cors.flatMap(({ number, status }) => {
    const is = `COR ${number} is ${corStatusWords[status]} in Clearstory, but its change order`;
    if (after === '1' && (status === 'in_review' || status === 'placeholder')) {
      return [`${is} is ${words} in Sage: its lines count in contract and budget at once.`];
    }
    if (after === '1' || status !== 'approved_co_issued') return [];
    return [`${is} is ${words}: the contract does not change until it is 1-Approved in Sage.`];
  });
}

/** An update that takes 1-Approved away takes the approved amounts out of the contract. */
function disapprovalWarnings(input: PlanningInput): readonly string[] {
  const target = targetOf(input);
  const { status } = input.draft.header;
  if (input.draft.target.mode !== 'update' || target === null || target.status !== '1' || status === '1') return [];
  const words = statusWords(changeOrderStatuses, status);
  return [
    `Change order ${target.number} goes from 1-Approved to ${words}: its ${formatMoney(target.approved)} no longer count in the contract.`,
  ];
}

function sharedWarnings(input: PlanningInput): readonly string[] {
  const { draft, facts } = input;
  const target = targetOf(input);
  if (draft.target.mode !== 'update' || target === null || target.status === draft.header.status) return [];
  const others = facts.links
    .filter(({ corId, record }) => record === target.record && !draft.corIds.includes(corId))
    .map(({ pushed }) => pushed.cor.number);
  if (others.length === 0) return [];
  const words = statusWords(changeOrderStatuses, draft.header.status);
  const those = others.length === 1 ? 'that' : 'those';
  return [
    `Change order ${target.number} also holds COR ${others.join(', ')}: its status ${words} goes for ${those} as well.`,
  ];
}

function moneyWarnings(input: PlanningInput): readonly string[] {
  const { draft, cors } = input;
  const warnings: string[] = [];
  for (const corId of draft.corIds) {
    warnings.push(...priceWarnings(input, corId));
    const cor = cors.find(({ id }) => id === corId);
    const number = cor?.number ?? corId;
    const lines = draft.budget.filter((line) => line.corId === corId);
    const price = priceOf(corId, draft.prime, draft.header.status);
    const { left, budget } = allocate(price, lines);
    const isCostOnly = cor?.inbox === 'received' && !draft.prime.some((line) => line.corId === corId);
    if (isCostOnly && lines.length > 0) warnings.push(costWords(cor, budget));
    else if (lines.length > 0 && !isZero(left)) warnings.push(leftWords(number, price, left));
    if (lines.length === 0) warnings.push(`COR ${number} has no budget line: the job's budget does not change.`);
    if (draft.header.status === '1' && isZero(price) && draft.prime.some((line) => line.corId === corId)) {
      warnings.push(`COR ${number} is approved with 0.00: the contract does not change.`);
    }
  }
  return warnings;
}

/** The usual way of a subcontractor's request; the same cost is often in the lines of our own COR already. */
function costWords({ number, contractorName }: Cor, budget: Money): string {
  return `COR ${number} was received from ${contractorName || 'a subcontractor'}: ${formatMoney(budget)} go into the budget and nothing into the contract. See that no line of a COR of your own holds the same cost.`;
}

/** What is left has the sign of the price, unless the lines took too much. */
function leftWords(number: string, price: Money, left: Money): string {
  if (!isZero(price) && isNegative(left) === isNegative(price)) {
    return `${formatMoney(left)} of COR ${number} is in no budget line.`;
  }
  return `The budget lines of COR ${number} take ${formatMoney(absMoney(left))} more than its price of ${formatMoney(price)}.`;
}

/** Prime lines that do not say what the COR says: allowed (a person may know better), never silently. */
function priceWarnings(input: PlanningInput, corId: string): readonly string[] {
  const cor = input.cors.find(({ id }) => id === corId);
  const lines = input.draft.prime.filter((line) => line.corId === corId);
  if (cor === undefined || lines.length === 0) return [];
  const sum = (amounts: readonly string[]) => sumMoney(amounts.map((text) => parseMoney(text) ?? zero));
  const requested = sum(lines.map((line) => line.requested));
  const approved = sum(lines.map((line) => line.approved));
  const warnings: string[] = [];
  if (requested !== cor.requestedAmount) {
    const [is, asked] = [formatMoney(requested), formatMoney(cor.requestedAmount)];
    warnings.push(`Requested on the prime lines of COR ${cor.number} is ${is}; the COR asks for ${asked}.`);
  }
  const issued = statusAfter(input) === '1' && cor.status === 'approved_co_issued';
  if (issued && approved !== cor.approvedCoIssuedAmount) {
    const [is, issuedFor] = [formatMoney(approved), formatMoney(cor.approvedCoIssuedAmount)];
    warnings.push(`Approved on the prime lines of COR ${cor.number} is ${is}; it was issued for ${issuedFor}.`);
  }
  return warnings;
}

function listWarnings({ draft, facts }: PlanningInput, budget: readonly ResolvedBudget[]): readonly string[] {
  const codes = [
    ...draft.prime.map(({ costCode }) => canonicalCostCode(costCode)),
    ...budget.map((line) => line.costCode),
  ];
  const inactive = new Set(codes.filter((code) => code !== null && facts.costCodes.get(code)?.inactive));
  const vendors = new Set(budget.flatMap(({ subcontract }) => facts.vendors.get(subcontract?.vendor ?? '') ?? []));
  return [
    ...[...inactive].map((code) => `Cost code ${displayCostCode(code ?? '')} is inactive in Sage.`),
    ...[...vendors]
      .filter((vendor) => vendor.inactive)
      .map(({ number, name }) => `Vendor ${number} (${name}) is inactive in Sage.`),
  ];
}
