import type { BudgetDraft, Draft, PrimeDraft } from '#shared/domain/draft.ts';

export const someCor = {
  id: '901',
  number: '014',
  title: 'Additional footing rebar at grid line C',
  statusWords: 'In Review',
  requested: '1000.00',
  effective: '900.00',
  totalHours: null,
  receivedFrom: null,
};

export function primeLine(id: string, more: Partial<PrimeDraft> = {}): PrimeDraft {
  const line = { id, corId: '901', description: `Line ${id}`, costCode: '', costType: '', line: null };
  return { ...line, requested: '600.00', approved: '0.00', ...more };
}

export function budgetLine(id: string, more: Partial<BudgetDraft> = {}): BudgetDraft {
  const coding = { costCode: '3200.000', costType: '1', multiplier: '1', hours: '', units: '' };
  const line = { id, corId: '901', description: `Line ${id}`, subcontract: null, line: null };
  return { ...line, ...coding, shareMode: 'amount', share: '100.00', ...more };
}

/** A draft of one COR with nothing in its grids. */
export function someDraft(more: Partial<Draft> = {}): Draft {
  return {
    job: '2301',
    corIds: ['901'],
    target: { mode: 'new' },
    header: {
      numbering: 'next',
      number: '16',
      date: '2026-11-22',
      description: 'COR 014',
      status: '3',
      type: '',
      phase: '0',
      clientPo: '',
      reason: '',
      delayRequested: '',
      delayApproved: '',
      submitted: '',
      approvedOn: '',
      notes: '',
    },
    prime: [],
    budget: [],
    ...more,
  };
}
