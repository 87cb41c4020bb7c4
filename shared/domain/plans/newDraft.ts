import type { Cor } from '../cor.ts';
import { decisionInstant, proposedStatus } from '../corToSage.ts';
import { dateInZone } from '../dates.ts';
import type { BudgetDraft, Draft, HeaderDraft, PrimeDraft } from '../draft.ts';
import type { MappingDefaults } from '../mapping.ts';
import { zero } from '../money.ts';
import { truncateAt, uniqueWithin } from '../text.ts';

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
  const prime = cors.map((cor): PrimeDraft => {
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

/** `COR 12 Title`, at most as long as Sage keeps. */
function corTitle(cor: Cor): string {
  return truncateAt(`COR ${cor.number} ${cor.title}`.trim(), 50);
}

export function headerFor(cors: readonly Cor[], context: DraftContext): HeaderDraft {
  const { defaults, timeZone, today } = context;
  const first = cors[0];
  const status = commonStatus(cors, defaults);
  const decided = first === undefined ? null : decisionInstant(first);
  const number = first === undefined ? '' : chosenNumber(first, defaults);
  return {
    numbering: number === '' ? 'next' : 'typed',
    number,
    date: today,
    description: first === undefined ? '' : cors.length === 1 ? corTitle(first) : severalTitle(cors),
    status,
    type: defaults.changeOrderType,
    phase: defaults.phase,
    clientPo: truncateAt(first?.customerCoNumber ?? first?.customerReferenceNumber ?? '', 30),
    reason: '',
    delayRequested: '',
    delayApproved: '',
    submitted: first?.dateSubmitted ? dateInZone(first.dateSubmitted, timeZone) : '',
    approvedOn: status === '1' ? (decided === null ? today : dateInZone(decided, timeZone)) : '',
    notes: truncateAt(cors.map(noteOf).join('\n\n'), 4000),
  };
}

/** One status for all, or 2-Open when the CORs disagree: a person decides. */
function commonStatus(cors: readonly Cor[], defaults: MappingDefaults): string {
  const statuses = new Set(cors.map((cor) => proposedStatus(cor, defaults)));
  const only = statuses.size === 1 ? [...statuses][0] : undefined;
  return only === undefined || only === '' ? '2' : only;
}

function severalTitle(cors: readonly Cor[]): string {
  return truncateAt(`CORs ${cors.map(({ number }) => number).join(', ')}`, 50);
}

function chosenNumber(cor: Cor, defaults: MappingDefaults): string {
  if (defaults.numbering === 'customerCoNumber') return truncateAt(cor.customerCoNumber ?? '', 20);
  if (defaults.numbering === 'corNumber') return truncateAt(cor.number, 20);
  return '';
}

function noteOf(cor: Cor): string {
  const tags = cor.tagNumbers.length === 0 ? '' : `T&M tags: ${cor.tagNumbers.join(', ')}`;
  return [`COR ${cor.number}: ${cor.title}`, cor.description, tags].filter((part) => part !== '').join('\n');
}

/** What goes into Approved: the amount of the issued CO; anything else is not approved yet. */
export function approvedAmount(cor: Cor): string {
  return cor.status === 'approved_co_issued' ? cor.approvedCoIssuedAmount : zero;
}

function primeFor(cor: Cor, description: string, status: string, context: DraftContext): PrimeDraft {
  return {
    id: context.newId(),
    corId: cor.id,
    description,
    requested: cor.requestedAmount,
    approved: status === '1' ? approvedAmount(cor) : zero,
    costCode: context.defaults.primeCostCode,
    costType: context.defaults.primeCostType,
    line: null,
  };
}

function budgetFor(cor: Cor, context: DraftContext): readonly BudgetDraft[] {
  const { template } = context.defaults;
  const rows = template.length === 0 ? [{ ...wholeCor, description: corTitle(cor) }] : template;
  return rows.map((row) => ({
    id: context.newId(),
    corId: cor.id,
    description: truncateAt(row.description || corTitle(cor), 50),
    costCode: row.costCode,
    costType: row.costType,
    shareMode: 'percent',
    share: row.percent,
    multiplier: row.multiplier,
    hours: rows.length === 1 ? (cor.totalHours ?? '') : '',
    units: '',
    subcontract: null,
    line: null,
  }));
}

const wholeCor = { description: '', costCode: '', costType: '', percent: '100', multiplier: '1' };

/** What a draft's prime line would say if the COR were pushed now; used to propose an update. */
export function updatedPrime(lines: readonly PrimeDraft[], cor: Cor, status: string): readonly PrimeDraft[] {
  const mine = lines.filter(({ corId }) => corId === cor.id);
  const first = mine[0];
  if (first === undefined || mine.length > 1) return mine;
  return [{ ...first, requested: cor.requestedAmount, approved: status === '1' ? approvedAmount(cor) : zero }];
}
