import { describe, expect, it } from 'vitest';
import { canonicalJson } from '#shared/domain/canonicalJson.ts';
import type { Cor } from '#shared/domain/cor.ts';
import { corDifferences, corSnapshot, linkHealth } from '#shared/domain/linkHealth.ts';
import { sageDifferences } from '#shared/domain/sageDifferences.ts';
import { budgetLine, changeOrder, link, primeLine, subBudgetLine } from './planner/company.ts';
import { cor } from './planner/cors.ts';

const target = changeOrder();
const health = (now: Cor | null, order: typeof target | null, pushed = link(target)) => linkHealth(pushed, now, order);
const changed = cor({ approvedCoIssuedAmount: '900.00' });
const voided = cor({ status: 'rejected', voidAmount: '950.00' });

describe('how a COR and its change order stand', () => {
  it('is in step when neither side changed, also when the COR cannot be read just now', () => {
    for (const now of [cor(), null]) {
      expect(health(now, target)).toMatchObject({
        state: 'inSync',
        sentence: 'In step with change order 7.',
        differences: [],
        previous: { requested: '1000.00', effective: '950.00' },
        current: { requested: '1000.00', effective: '950.00' },
      });
    }
  });

  it('is orphaned when the change order is gone, whatever else happened', () => {
    for (const now of [cor(), changed, voided, null]) {
      expect(health(now, null)).toMatchObject({ state: 'orphaned', differences: [] });
    }
    expect(health(cor(), null).sentence).toContain('unlink this COR');
  });

  it('is changed since the push when the COR changed, with previous and new totals', () => {
    expect(health(changed, target)).toEqual({
      state: 'changedSincePush',
      sentence: 'Changed in Clearstory since the push: 950.00 became 900.00. Push the update.',
      differences: [
        {
          side: 'cor',
          field: 'cor.approvedCoIssuedAmount',
          label: 'Approved CO issued amount',
          pushed: '950.00',
          now: '900.00',
        },
      ],
      previous: { requested: '1000.00', effective: '950.00' },
      current: { requested: '1000.00', effective: '900.00' },
    });
  });

  it('names stages in words', () => {
    const [difference] = corDifferences(cor({ stage: 'approved_co_issued' }), cor({ stage: 'owner_review' }));
    expect(difference).toMatchObject({ pushed: 'Approved CO Issued', now: 'Owner Review' });
  });

  it('says which amount changed, and when none did', () => {
    const sentence = (change: Partial<Cor>) => health(cor(change), target).sentence;
    expect(sentence({ requestedAmount: '1500.00' })).toContain('requested 1,000.00 became 1,500.00');
    expect(sentence({ title: 'Other' })).toContain('the amounts are the same');
    expect(sentence({ approvedCoIssuedAmount: '-5.00', requestedAmount: '1.00' })).toContain('950.00 became (5.00)');
  });

  it('is changed in Sage when only the change order was edited', () => {
    expect(health(cor(), changeOrder({ reason: 'Owner' }))).toMatchObject({
      state: 'changedInSage',
      differences: [{ side: 'sage', field: 'header.reason', label: 'Reason', pushed: '', now: 'Owner' }],
    });
  });

  it('is a conflict when both sides changed: the COR’s changes first', () => {
    const both = health(changed, changeOrder({ reason: 'Owner', status: '2' }));
    expect(both.state).toBe('conflict');
    expect(both.differences.map(({ side, field }) => [side, field])).toEqual([
      ['cor', 'cor.approvedCoIssuedAmount'],
      ['sage', 'header.reason'],
      ['sage', 'header.status'],
    ]);
  });

  it('is locked when the COR changed and Sage lets nobody write, even if Sage changed as well', () => {
    for (const order of [{ locked: true }, { locked: true, reason: 'Owner' }]) {
      expect(health(changed, changeOrder(order))).toMatchObject({
        state: 'locked',
        sentence:
          'COR 12 changed, but change order 7 is locked (Lock Edit): unlock it in Sage 6-4-1, then push the update.',
      });
    }
    expect(health(changed, changeOrder({ invoiced: '2026-11-19' })).sentence).toBe(
      'COR 12 changed, but change order 7 was invoiced on 2026-11-19: unlink this COR, then add only the difference to a new change order.',
    );
  });

  it('is in step under a lock when nothing changed: locking alone is no drift', () => {
    expect(health(cor(), changeOrder({ locked: true, invoiced: '2026-11-19' })).state).toBe('inSync');
  });

  it('sends an update of a change order that is void to a new one, since Sage takes none', () => {
    const pushed = link(changeOrder({ status: '5' }));
    const { state, sentence } = health(changed, changeOrder({ status: '5' }), pushed);
    expect([state, sentence]).toEqual([
      'changedSincePush',
      'Changed in Clearstory since the push: 950.00 became 900.00. Change order 7 is 5-Void: unlink this COR, then add it to a new one.',
    ]);
  });
});

describe('a COR that was voided', () => {
  it('is to be voided in Sage, whatever was edited there meanwhile', () => {
    for (const order of [target, changeOrder({ reason: 'Owner' })]) {
      expect(health(voided, order)).toMatchObject({
        state: 'voidPending',
        sentence: 'COR 12 was voided in Clearstory: void it in Sage as well.',
        current: { effective: '950.00' },
      });
    }
  });

  it('says what is in the way when the change order is locked or invoiced', () => {
    const sentence = (change: object) => health(voided, changeOrder(change)).sentence;
    expect(sentence({ locked: true })).toContain('is locked (Lock Edit): unlock it in Sage 6-4-1, then void it.');
    expect(sentence({ invoiced: '2026-11-19' })).toContain('enter a reversing change order');
  });

  it('leaves nothing to do when a person voided or rejected the change order in Sage', () => {
    for (const status of ['5', '6']) {
      expect(health(voided, changeOrder({ status }))).toMatchObject({ state: 'inSync', differences: [] });
    }
  });

  it('still has something to do while one of its subcontract lines counts', () => {
    const order = changeOrder({ budget: [subBudgetLine()] });
    const { state, sentence } = health(voided, { ...order, status: '5' }, link(order));
    expect([state, sentence]).toEqual([
      'voidPending',
      'COR 12 was voided in Clearstory, and change order 7 in Sage, but 1-Approved still stands on budget line 1: set the status in Sage 6-4-1.',
    ]);
    const done = { ...order, status: '5', budget: [subBudgetLine({ status: '5' })] };
    expect(health(voided, done, link(order)).state).toBe('inSync');
  });

  it('is in step once the void was written, and changed again when it comes back to life', () => {
    const after = changeOrder({ status: '5' });
    const pushed = link(after, { of: voided });
    expect(health(voided, after, pushed).state).toBe('inSync');
    expect(health(cor(), after, pushed).state).toBe('changedSincePush');
  });
});

describe('differences', () => {
  it('of a COR are only in fields that matter to Sage', () => {
    const quiet = cor({ labels: ['x'], daysInReview: 99, updatedAt: '2027-01-01T00:00:00.000Z', tagNumbers: ['EX1'] });
    expect(corDifferences(cor(), quiet)).toEqual([]);
    expect(canonicalJson(corSnapshot(quiet))).toBe(canonicalJson(corSnapshot(cor())));
    const version = cor({ version: '2' });
    expect(corDifferences(cor(), version)).toMatchObject([{ field: 'cor.version', pushed: '1', now: '2' }]);
    expect(canonicalJson(corSnapshot(version))).not.toBe(canonicalJson(corSnapshot(cor())));
  });

  it('of a COR are in people’s words: status and amounts', () => {
    const now = cor({ status: 'rejected', approvedCoIssuedAmount: '-1234.50', coIssueDate: null });
    expect(corDifferences(cor(), now).map(({ label, pushed, now: is }) => [label, pushed, is])).toEqual([
      ['Status', 'Approved CO Issued', 'Void'],
      ['Approved CO issued amount', '950.00', '(1,234.50)'],
      ['CO issued', '2026-11-18T15:00:00.000Z', ''],
    ]);
  });

  it('of a change order are in its header and in the lines that this COR wrote, by line number', () => {
    const shared = changeOrder({
      prime: [primeLine(), primeLine({ line: '2', description: 'COR 13' })],
      budget: [budgetLine(), budgetLine({ line: '2' })],
    });
    const now = changeOrder({
      status: '2',
      prime: [primeLine({ approved: '900.00' }), primeLine({ line: '2', description: 'Theirs', approved: '1.00' })],
      budget: [budgetLine({ line: '2', amount: '1.00' })],
    });
    const found = sageDifferences(link(shared, { lines: ['1'] }), now);
    expect(found.map(({ field, label, pushed, now: is }) => [field, label, pushed, is])).toEqual([
      ['header.status', 'Status', '1-Approved', '2-Open'],
      ['prime.1.approved', 'Prime line 1: Approved', '950.00', '900.00'],
      ['budget.1', 'Budget line 1', 'there', 'deleted in Sage'],
    ]);
  });

  it('are none in another spelling of the same value', () => {
    const pushed = link(changeOrder({ phase: '', prime: [primeLine({ costCode: '100' })] }));
    const now = changeOrder({
      phase: '0',
      requested: '1000',
      prime: [primeLine({ costCode: '100.000' })],
      budget: [budgetLine({ hours: '12.5', units: '0' })],
    });
    expect(sageDifferences(pushed, now)).toEqual([]);
    expect(sageDifferences(link(changeOrder({ phase: '' })), changeOrder({ phase: '1' }))).toHaveLength(1);
  });
});
