import type { Cor } from '../cor.ts';
import { effectiveAmount } from '../corAmounts.ts';
import { decisionInstant, proposedStatus } from '../corToSage.ts';
import { compareInstants, dateInZone } from '../dates.ts';
import type { BudgetDraft, Draft, HeaderDraft, PrimeDraft } from '../draft.ts';
import type { MappingDefaults } from '../mapping.ts';
import { zero } from '../money.ts';
import { collapseSpaces, truncateAt, uniqueWithin } from '../text.ts';

export type DraftContext = {
  readonly job: string;
  readonly defaults: MappingDefaults;
  readonly timeZone: string;
  readonly today: string;
  /** Makes ids of draft lines, unique in the draft. */
  readonly newId: () => string;
};

/** The draft that a person starts from: everything that the CORs, the mapping and its template say; nothing guessed. */
export function newDraft(cors: readonly Cor[], context: DraftContext): Draft {
  const header = headerFor(cors, context);
  const descriptions = new Set<string>();
  // A COR received from a subcontractor is a cost: what the client is charged for it is another COR's price, if anybody's.
  const charged = cors.filter(({ inbox }) => inbox === 'sent');
  const prime = charged.map((cor): PrimeDraft => {
    const description = uniqueWithin(corTitle(cor), descriptions, 50);
    descriptions.add(description);
    return primeFor(cor, description, header.status, context);
  });
  return {
    job: context.job,
    corIds: cors.map(({ id }) => id),
    target: { mode: 'new' },
    header,
    prime,
    budget: cors.flatMap((cor) => budgetFor(cor, context)),
  };
}

/** `COR 12 Title` on one line, at most as long as Sage keeps. */
function corTitle(cor: Cor): string {
  return truncateAt(collapseSpaces(`COR ${cor.number} ${cor.title}`), 50);
}

export function headerFor(cors: readonly Cor[], context: DraftContext): HeaderDraft {
  const { defaults, timeZone, today } = context;
  const [first] = cors;
  const status = commonStatus(cors, defaults);
  const number = chosenNumber(cors, defaults);
  const day = (instant: string | null) => (instant === null ? '' : dateInZone(instant, timeZone));
  return {
    numbering: number === '' ? 'next' : 'typed',
    number,
    date: today,
    description: first === undefined ? '' : cors.length === 1 ? corTitle(first) : severalTitle(cors),
    status,
    type: defaults.changeOrderType,
    phase: defaults.phase,
    clientPo: clientPoOf(cors),
    reason: '',
    delayRequested: '',
    delayApproved: '',
    submitted: day(latest(cors.map(({ dateSubmitted }) => dateSubmitted))),
    approvedOn: status === '1' ? day(latest(cors.map(decisionInstant))) || today : '',
    notes: truncateAt(cors.map(noteOf).join('\n\n'), 4000),
  };
}

/** A change order is complete when the last of its CORs is. */
function latest(instants: readonly (string | null)[]): string | null {
  const dated = instants.flatMap((instant) => instant || []);
  return dated.sort(compareInstants).at(-1) ?? null;
}

/** One status for all, or 2-Open when the CORs disagree: a person decides. */
function commonStatus(cors: readonly Cor[], defaults: MappingDefaults): string {
  return common(cors.map((cor) => proposedStatus(cor, defaults))) || '2';
}

/** The text that all have; empty when they differ, since the text of one would speak for the others. */
function common(texts: readonly (string | null)[]): string {
  const different = new Set(texts.map((text) => (text ?? '').trim()));
  return different.size === 1 ? ([...different][0] ?? '') : '';
}

/** All numbers where they fit, else as many as do and how many more there are: a number is never cut. */
function severalTitle(cors: readonly Cor[]): string {
  const numbers = cors.map(({ number }) => number);
  for (let named = numbers.length; named > 0; named -= 1) {
    const rest = named === numbers.length ? '' : ` and ${numbers.length - named} more`;
    const title = `CORs ${numbers.slice(0, named).join(', ')}${rest}`;
    if (title.length <= 50) return title;
  }
  return `${numbers.length} CORs`;
}

/** Whole even where it is too long, because a cut number is another number: the planner then says by how much. */
function chosenNumber(cors: readonly Cor[], defaults: MappingDefaults): string {
  if (defaults.numbering === 'customerCoNumber') return common(cors.map(({ customerCoNumber }) => customerCoNumber));
  return defaults.numbering === 'corNumber' ? common(cors.map(({ number }) => number)) : '';
}

/** The customer's CO number; without one the customer's reference, where it fits (it has a field of its own as well). */
function clientPoOf(cors: readonly Cor[]): string {
  if (cors.some(({ customerCoNumber }) => (customerCoNumber ?? '').trim() !== '')) {
    return common(cors.map(({ customerCoNumber }) => customerCoNumber));
  }
  const reference = common(cors.map(({ customerReferenceNumber }) => customerReferenceNumber));
  return reference.length <= 30 ? reference : '';
}

function noteOf(cor: Cor): string {
  const tags = cor.tagNumbers.length === 0 ? '' : `T&M tags: ${cor.tagNumbers.join(', ')}`;
  return [`COR ${cor.number}: ${cor.title}`, cor.description, tags].filter((part) => part !== '').join('\n');
}

/** What goes into Approved: the amount of the issued CO; anything else is not approved yet. */
export function approvedAmount(cor: Cor): string {
  return cor.status === 'approved_co_issued' ? cor.approvedCoIssuedAmount : zero;
}

/** Approved in a change order of this status. A mapping may let a go-ahead count as approved: then its amount does. */
function approvedUnder(status: string, cor: Cor, statusMap: MappingDefaults['statusMap'] | undefined): string {
  if (status !== '1') return zero;
  const goAhead = cor.status === 'approved_to_proceed' && statusMap?.approved_to_proceed === '1';
  return goAhead ? cor.approvedToProceedAmount : approvedAmount(cor);
}

function primeFor(cor: Cor, description: string, status: string, { newId, defaults }: DraftContext): PrimeDraft {
  return {
    id: newId(),
    corId: cor.id,
    description,
    requested: cor.requestedAmount,
    approved: approvedUnder(status, cor, defaults.statusMap),
    costCode: defaults.primeCostCode,
    costType: defaults.primeCostType,
    line: null,
  };
}

function budgetFor(cor: Cor, context: DraftContext): readonly BudgetDraft[] {
  if (cor.inbox === 'received') return [costLine(cor, context)];
  const { template } = context.defaults;
  const rows = template.length === 0 ? [wholeCor] : template;
  const labor = rows.filter(({ costType }) => costType === '2' || costType === '');
  return rows.map((row) => ({
    id: context.newId(),
    corId: cor.id,
    description: truncateAt(collapseSpaces(row.description), 50) || corTitle(cor),
    costCode: row.costCode,
    costType: row.costType,
    shareMode: 'percent',
    share: row.percent,
    multiplier: row.multiplier,
    // Hours are labor's: they go to the one line that is, or may still become, labor.
    hours: labor.length === 1 && labor[0] === row ? (cor.totalHours ?? '') : '',
    units: '',
    subcontract: null,
    line: null,
  }));
}

/** The whole cost in one line: without a price of its own there is nothing to take shares of. */
function costLine(cor: Cor, context: DraftContext): BudgetDraft {
  return {
    id: context.newId(),
    corId: cor.id,
    description: corTitle(cor),
    costCode: '',
    costType: '',
    shareMode: 'amount',
    share: effectiveAmount(cor),
    multiplier: '1',
    hours: '',
    units: '',
    subcontract: null,
    line: null,
  };
}

const wholeCor = { description: '', costCode: '', costType: '', percent: '100', multiplier: '1' };

/**
 * What a draft's prime line would say if the COR were pushed now; used to propose an update. Lines among which a person split the
 * price stay as they are. `defaults`: the mapping's, which may let a go-ahead count as approved.
 */
export function updatedPrime(
  lines: readonly PrimeDraft[],
  cor: Cor,
  status: string,
  defaults?: MappingDefaults,
): readonly PrimeDraft[] {
  const mine = lines.filter(({ corId }) => corId === cor.id);
  const [first] = mine;
  if (first === undefined || mine.length > 1) return mine;
  const approved = approvedUnder(status, cor, defaults?.statusMap);
  return [{ ...first, requested: cor.requestedAmount, approved }];
}
