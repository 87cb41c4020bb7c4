import { describe, expect, it } from 'vitest';
import type { Cor } from '#shared/domain/cor.ts';
import { decisionInstant, proposedStatus } from '#shared/domain/corToSage.ts';
import { type MappingDefaults, standardDefaults } from '#shared/domain/mapping.ts';
import { newDraft, updatedPrime } from '#shared/domain/plans/newDraft.ts';
import { cor } from './planner/cors.ts';
import { given, planned, prime, refused } from './planner/given.ts';

const row = { description: '', costCode: '16100', costType: '2', percent: '60', multiplier: '0.8' };

function draftOf(cors: readonly Cor[], defaults: Partial<MappingDefaults> = {}) {
  let count = 0;
  return newDraft(cors, {
    job: '2402',
    defaults: { ...standardDefaults, ...defaults },
    timeZone: 'America/Chicago',
    today: '2026-11-20',
    newId: () => `line ${++count}`,
  });
}

const second = (change: Partial<Cor> = {}) =>
  cor({ id: 'cor-13', number: '13', title: 'Lights', coIssueDate: '2026-11-19T15:00:00.000Z', ...change });

describe('a new draft', () => {
  it('says everything that the COR and the mapping say, and leaves the rest to a person', () => {
    const { header, ...draft } = draftOf([cor()], { changeOrderType: '20', phase: '1' });
    expect(header).toEqual({
      numbering: 'next',
      number: '',
      date: '2026-11-20',
      description: 'COR 12 Relocate panel',
      status: '1',
      type: '20',
      phase: '1',
      clientPo: 'CO-7',
      reason: '',
      delayRequested: '',
      delayApproved: '',
      submitted: '2026-11-02',
      approvedOn: '2026-11-18',
      notes: 'COR 12: Relocate panel\nMove panel LP-2 to the corridor.',
    });
    expect(draft).toMatchObject({ job: '2402', corIds: ['cor-12'], target: { mode: 'new' } });
    expect(draft.prime).toEqual([prime({ id: 'line 1' })]);
    expect(draft.budget).toMatchObject([
      { description: 'COR 12 Relocate panel', shareMode: 'percent', share: '100', multiplier: '1', hours: '12.50' },
    ]);
  });

  it('takes what a subcontractor asks for as a cost: no prime line, one budget line over the whole amount', () => {
    const draft = draftOf([cor({ inbox: 'received' }), second()], { template: [row] });
    expect(draft.prime.map(({ corId }) => corId)).toEqual(['cor-13']);
    expect(draft.budget.map(({ corId, shareMode, share }) => [corId, shareMode, share])).toEqual([
      ['cor-12', 'amount', cor().approvedCoIssuedAmount],
      ['cor-13', 'percent', '60'],
    ]);
  });

  it('can be planned as soon as its budget line is coded', () => {
    const draft = draftOf([cor(), second()]);
    const budget = draft.budget.map((line) => ({ ...line, costCode: '16100', costType: '2' }));
    const plan = planned(given({ cors: [cor(), second()], draft: { ...draft, budget } }));
    expect(plan.controls).toEqual({ lines: 4, requested: '2000.00', approved: '1900.00', budget: '1900.00' });
    expect(plan.warnings).toEqual([]);
  });

  it('writes dates as the office has them: a late evening in Chicago is not the next day', () => {
    const late = cor({ dateSubmitted: '2026-11-03T04:30:00.000Z', coIssueDate: '2026-11-19T05:59:59.000Z' });
    expect(draftOf([late]).header).toMatchObject({ submitted: '2026-11-02', approvedOn: '2026-11-18' });
  });

  it('dates an approval by the last of its CORs, and with today where none has a date', () => {
    expect(draftOf([second(), cor()]).header.approvedOn).toBe('2026-11-19');
    expect(draftOf([second(), cor({ dateSubmitted: '2026-11-05T15:00:00.000Z' })]).header.submitted).toBe('2026-11-05');
    expect(draftOf([cor({ coIssueDate: null, approvedToProceedDate: '' })]).header.approvedOn).toBe('2026-11-20');
  });

  it('has one status for all CORs, or 2-Open when they disagree, and then nothing is approved', () => {
    const { header, prime: lines } = draftOf([cor(), second({ status: 'in_review' })]);
    expect([header.status, header.approvedOn, ...lines.map(({ approved }) => approved)]).toEqual([
      '2',
      '',
      '0.00',
      '0.00',
    ]);
    expect(draftOf([cor({ status: 'in_review' })]).header.status).toBe('3');
    expect(draftOf([cor({ status: 'placeholder' })]).header.status).toBe('2');
  });

  it('approves what may proceed only where the mapping says so, with the amount that may proceed', () => {
    const proceeding = cor({
      status: 'approved_to_proceed',
      approvedToProceedAmount: '700.00',
      approvedToProceedDate: '2026-11-10T15:00:00.000Z',
    });
    expect(draftOf([proceeding]).prime[0]?.approved).toBe('0.00');
    const statusMap = { ...standardDefaults.statusMap, approved_to_proceed: '1' as const };
    const draft = draftOf([proceeding], { statusMap });
    expect([draft.header.status, draft.header.approvedOn, draft.prime[0]?.approved]).toEqual([
      '1',
      '2026-11-10',
      '700.00',
    ]);
  });
});

describe('texts of a new draft', () => {
  it('are one line, cut where Sage cuts, never inside a character and never two alike', () => {
    const long = cor({ title: `Relocate\n\tpanel  ${'x'.repeat(22)}👷‍♀️ crew` });
    const [line] = draftOf([long]).prime;
    expect(line?.description).toBe(`COR 12 Relocate panel ${'x'.repeat(22)}👷‍♀️`);
    const same = draftOf([cor(), second({ number: '12', title: 'relocate PANEL' })]);
    expect(same.prime.map(({ description }) => description)).toEqual([
      'COR 12 Relocate panel',
      'COR 12 relocate PANEL (2)',
    ]);
  });

  it('name several CORs whole, and count those for which there is no room', () => {
    const many = Array.from({ length: 14 }, (_, index) => cor({ id: `c${index}`, number: `${1001 + index}` }));
    expect(draftOf(many.slice(0, 3)).header.description).toBe('CORs 1001, 1002, 1003');
    expect(draftOf(many).header.description).toBe('CORs 1001, 1002, 1003, 1004, 1005, 1006 and 8 more');
  });

  it('keep a number whole, even where it is too long: the planner says so, a cut one would be another number', () => {
    const long = 'OWNER-CO-2026-000012345';
    const draft = draftOf([cor({ customerCoNumber: long })], { numbering: 'customerCoNumber' });
    expect([draft.header.numbering, draft.header.number, draft.header.clientPo]).toEqual(['typed', long, long]);
    const budget = draft.budget.map((line) => ({ ...line, costCode: '16100', costType: '2' }));
    expect(refused(given({ draft: { ...draft, budget } }))[0]?.sentence).toBe(
      'Change# has 23 characters and Sage keeps 20: shorten it by 3.',
    );
  });

  it('give a change order of several CORs a number or a Client PO# only where all have the same', () => {
    const draft = draftOf([cor(), second()], { numbering: 'customerCoNumber' });
    expect([draft.header.numbering, draft.header.number, draft.header.clientPo]).toEqual(['typed', 'CO-7', 'CO-7']);
    const unlike = draftOf([cor(), second({ customerCoNumber: 'CO-8', customerReferenceNumber: 'PCO-9' })], {
      numbering: 'customerCoNumber',
    });
    expect([unlike.header.numbering, unlike.header.number, unlike.header.clientPo]).toEqual(['next', '', '']);
    expect(draftOf([cor(), second()], { numbering: 'corNumber' }).header.numbering).toBe('next');
    expect(draftOf([cor()], { numbering: 'corNumber' }).header.number).toBe('12');
  });

  it('take the customer’s reference where there is no CO number, also where that is only blank', () => {
    expect(draftOf([cor({ customerCoNumber: null })]).header.clientPo).toBe('PCO-031');
    expect(draftOf([cor({ customerCoNumber: ' ' })]).header.clientPo).toBe('PCO-031');
    expect(draftOf([cor({ customerCoNumber: '', customerReferenceNumber: null })]).header.clientPo).toBe('');
  });

  it('keep notes within what is read back', () => {
    const { notes } = draftOf([cor({ description: 'd'.repeat(5000), tagNumbers: ['EX00234'] })]).header;
    expect(notes).toHaveLength(4000);
    expect(draftOf([cor({ tagNumbers: ['EX00234', 'EX00235'] })]).header.notes).toContain('T&M tags: EX00234, EX00235');
  });
});

describe('budget lines of a new draft', () => {
  it('follow the template for each COR', () => {
    const template = [row, { ...row, costType: '1', percent: '40', multiplier: '1', description: 'Material' }];
    const { budget } = draftOf([cor(), second()], { template });
    expect(budget.map(({ corId, description, share, multiplier }) => [corId, description, share, multiplier])).toEqual([
      ['cor-12', 'COR 12 Relocate panel', '60', '0.8'],
      ['cor-12', 'Material', '40', '1'],
      ['cor-13', 'COR 13 Lights', '60', '0.8'],
      ['cor-13', 'Material', '40', '1'],
    ]);
    expect(new Set(budget.map(({ id }) => id)).size).toBe(4);
  });

  it('carry the COR’s hours on the labor line only', () => {
    const hoursOf = (template: MappingDefaults['template']) =>
      draftOf([cor()], { template }).budget.map(({ hours }) => hours);
    expect(hoursOf([{ ...row, costType: '1' }, row])).toEqual(['', '12.50']);
    expect(hoursOf([{ ...row, costType: '1' }])).toEqual(['']);
    expect(hoursOf([row, row])).toEqual(['', '']);
    // Without a template a person still chooses the cost type.
    expect(hoursOf([])).toEqual(['12.50']);
  });
});

describe('prime lines proposed for an update', () => {
  const line = prime({ line: '1', requested: '1.00', approved: '1.00' });
  const changed = cor({ requestedAmount: '1200.00', approvedCoIssuedAmount: '1150.00' });

  it('follow the COR, and are approved only in a change order that is', () => {
    expect(updatedPrime([line], changed, '1')).toEqual([{ ...line, requested: '1200.00', approved: '1150.00' }]);
    expect(updatedPrime([line], changed, '2')).toEqual([{ ...line, requested: '1200.00', approved: '0.00' }]);
    const proceeding = cor({ status: 'approved_to_proceed', approvedToProceedAmount: '700.00' });
    expect(updatedPrime([line], proceeding, '1')[0]?.approved).toBe('0.00');
    const statusMap = { ...standardDefaults.statusMap, approved_to_proceed: '1' as const };
    expect(updatedPrime([line], proceeding, '1', { ...standardDefaults, statusMap })[0]?.approved).toBe('700.00');
  });

  it('stay as they are where a person split the price: only a person knows how', () => {
    const lines = [line, { ...line, id: 'p2', line: '2' }];
    expect(updatedPrime(lines, changed, '1')).toEqual(lines);
    expect(updatedPrime([{ ...line, corId: 'cor-99' }], changed, '1')).toEqual([]);
  });
});

describe('what a COR’s status becomes in Sage', () => {
  it.each([
    ['draft', null, ''],
    ['placeholder', null, ''],
    ['in_review', null, '3'],
    ['in_review', 'in_dispute', '4'],
    ['approved_to_proceed', 'claim', '4'],
    ['approved_to_proceed', null, '2'],
    ['approved_co_issued', null, '1'],
    ['rejected', 'void', '5'],
    ['rejected', 'rejected', '6'],
    ['rejected', 'claim', '5'],
  ] as const)('%s at stage %s is proposed as “%s”', (status, stage, expected) => {
    expect(proposedStatus(cor({ status, stage }), standardDefaults)).toBe(expected);
  });

  it('is decided on the day of the issued CO, else of the go-ahead', () => {
    const dates = { coIssueDate: '2026-11-18T15:00:00.000Z', approvedToProceedDate: '2026-11-10T15:00:00.000Z' };
    expect(decisionInstant(cor(dates))).toBe(dates.coIssueDate);
    expect(decisionInstant(cor({ ...dates, coIssueDate: null }))).toBe(dates.approvedToProceedDate);
    expect(decisionInstant(cor({ ...dates, status: 'approved_to_proceed' }))).toBe(dates.approvedToProceedDate);
    expect(decisionInstant(cor({ ...dates, status: 'in_review' }))).toBeNull();
    expect(decisionInstant(cor({ coIssueDate: '', approvedToProceedDate: null }))).toBeNull();
  });
});
