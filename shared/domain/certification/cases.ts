import type { CertifiedPart } from '../certificate.ts';
import type { Draft, HeaderDraft } from '../draft.ts';
import type { PlanKind } from '../plan.ts';
import type { ChangeOrder } from '../sage/facts.ts';

/**
 * The entries that are typed in Sage and written by Plumbline, one after the other, in one job. Together they use every column that
 * Plumbline fills in by itself: header totals under each status, line numbers, subcontract totals there and back.
 */
export const certificationCases = ['open', 'approved', 'append', 'update', 'void'] as const;
export type CertificationCase = (typeof certificationCases)[number];

export type CaseFacts = {
  readonly job: string;
  /** Two different cost codes of Sage's list. */
  readonly codes: readonly [string, string];
  /** A line of an unlocked subcontract of the job. */
  readonly subcontract: {
    readonly vendor: string;
    readonly record: string;
    readonly line: string;
    /** A change of the line carries the line's own code and type. */
    readonly costCode: string;
    readonly costType: string;
  };
  /** YYYY-MM-DD in the office. */
  readonly today: string;
};

/** What each case proves: the kind of plan, and what such a plan may hold besides the plainest. */
export const caseProofs: Readonly<
  Record<CertificationCase, { readonly kind: PlanKind; readonly parts: readonly CertifiedPart[] }>
> = {
  open: { kind: 'changeOrder.create', parts: [] },
  approved: { kind: 'changeOrder.create', parts: ['status', 'subcontract'] },
  append: { kind: 'changeOrder.append', parts: [] },
  update: { kind: 'changeOrder.update', parts: ['status'] },
  void: { kind: 'changeOrder.void', parts: ['status', 'subcontract'] },
};

export const caseTitles: Readonly<Record<CertificationCase, string>> = {
  open: 'A new change order, 2-Open, with plain budget lines',
  approved: 'A new change order, 1-Approved, that changes a subcontract',
  append: 'Lines added to the open change order',
  update: 'The open change order approved, with other amounts',
  void: 'The approved change order voided',
};

/** The change order that a case goes on with; null for those that create one. */
export const caseTargets: Readonly<Record<CertificationCase, 'open' | 'approved' | null>> = {
  open: null,
  approved: null,
  append: 'open',
  update: 'open',
  void: 'approved',
};

/** The COR that the example stands for. It exists in no cloud. */
export const exampleCorId = 'certification';

/**
 * What a person would have chosen in the wizard for this case. `number`: of a change order to be created; `target`: the one that an
 * earlier case created, as it is in Sage now.
 */
export function caseDraft(one: CertificationCase, facts: CaseFacts, number: string, target: ChangeOrder | null): Draft {
  const base = { job: facts.job, corIds: [exampleCorId] } as const;
  const header = headerOf(facts, number);
  const [first, second] = facts.codes;
  const sub = facts.subcontract;
  switch (one) {
    case 'open':
      return {
        ...base,
        target: { mode: 'new' },
        header: { ...header, status: '2', description: 'Certification, open' },
        prime: [
          prime('p1', 'Certification prime 1', '1250.00', '0.00'),
          prime('p2', 'Certification prime 2', '480.25', '0.00'),
        ],
        budget: [
          budget('b1', 'Certification labor', first, '2', '760.40', { hours: '12.50' }),
          budget('b2', 'Certification material', second, '1', '-35.15', { units: '4.0000' }),
        ],
      };
    case 'approved':
      return {
        ...base,
        target: { mode: 'new' },
        header: { ...header, status: '1', approvedOn: facts.today, description: 'Certification, approved' },
        prime: [prime('p1', 'Certification prime', '2000.00', '1875.55')],
        budget: [
          budget('b1', 'Certification labor', first, '2', '420.10'),
          {
            ...budget('b2', 'Certification subcontract', sub.costCode, sub.costType, '1200.05'),
            subcontract: {
              vendor: sub.vendor,
              subcontract: sub.record,
              line: sub.line,
              changeNumber: 'CERT-1',
              status: '1',
            },
          },
        ],
      };
    case 'append':
      return {
        ...base,
        target: { mode: 'existing', record: target?.record ?? '' },
        header: { ...header, status: target?.status ?? '2' },
        prime: [prime('p1', 'Certification prime 3', '99.99', '0.00')],
        budget: [budget('b1', 'Certification equipment', first, '3', '61.05')],
      };
    case 'update':
      return {
        ...base,
        target: { mode: 'update', record: target?.record ?? '' },
        header: { ...header, ...headerOfTarget(target), status: '1', approvedOn: facts.today },
        prime: (target?.prime ?? []).map((line) => ({
          ...prime(`p${line.line}`, line.description, line.requested, line.requested),
          line: line.line,
        })),
        budget: (target?.budget ?? []).map((line, index) => ({
          ...budget(`b${line.line}`, line.description, line.costCode ?? first, line.costType ?? '1', line.amount, {
            hours: line.hours,
            units: line.units,
          }),
          line: line.line,
          // One line changes its amount, the others only become approved with their header.
          ...(index === 0 ? { share: '805.45' } : {}),
        })),
      };
    case 'void':
      return {
        ...base,
        target: { mode: 'void', record: target?.record ?? '', status: '5' },
        header: { ...header, ...headerOfTarget(target) },
        prime: [],
        budget: [],
      };
  }
}

function headerOf({ today }: CaseFacts, number: string): HeaderDraft {
  return {
    numbering: 'typed',
    number,
    date: today,
    description: '',
    status: '2',
    type: '',
    phase: '0',
    clientPo: 'CERT-PO',
    reason: 'Certification',
    delayRequested: '3',
    delayApproved: '1',
    submitted: today,
    approvedOn: '',
    notes: 'Typed and written to compare Plumbline with Sage.',
  };
}

function headerOfTarget(target: ChangeOrder | null): Partial<HeaderDraft> {
  if (target === null) return {};
  return {
    number: target.number,
    description: target.description,
    date: target.date ?? '',
    type: target.type ?? '',
    clientPo: target.clientPo,
    reason: target.reason,
    delayRequested: target.delayRequested,
    delayApproved: target.delayApproved,
    submitted: target.submitted ?? '',
    notes: target.notes,
  };
}

function prime(id: string, description: string, requested: string, approved: string): Draft['prime'][number] {
  return { id, corId: exampleCorId, description, requested, approved, costCode: '', costType: '', line: null };
}

function budget(
  id: string,
  description: string,
  costCode: string,
  costType: string,
  share: string,
  quantities: { readonly hours?: string; readonly units?: string } = {},
): Draft['budget'][number] {
  return {
    id,
    corId: exampleCorId,
    description,
    costCode,
    costType,
    shareMode: 'amount',
    share,
    multiplier: '1',
    hours: quantities.hours ?? '',
    units: quantities.units ?? '',
    subcontract: null,
    line: null,
  };
}
