import { describe, expect, it } from 'vitest';
import { changeOrder, facts, link } from './company.ts';
import { cor } from './cors.ts';
import { given, header, planned, refused } from './given.ts';

const withHeader = (change: Parameters<typeof header>[0]) => given({ draft: { header: header(change) } });
const job = facts().job;
const withJob = (change: object) => given({ facts: { job: job === null ? null : { ...job, ...change } } });

describe('a job that takes no change orders', () => {
  it.each([
    ['gone', given({ facts: { job: null } }), 'Job 2402 is no longer in Sage: map the project to another job.'],
    ['closed', withJob({ status: '6' }), 'Job 2402 is 6-Closed: reopen it in Sage 3-5 first.'],
    ['refused', withJob({ status: '2' }), 'Job 2402 is 2-Refused: reopen it in Sage 3-5 first.'],
    ['inactive', withJob({ inactive: true }), 'Job 2402 is marked inactive: reopen it in Sage 3-5 first.'],
  ])('is refused when it is %s', (_, input, sentence) => {
    expect(refused(input)).toEqual([{ field: 'job', value: '2402', sentence }]);
  });

  it('is not one that is complete, only a bid, or of a status of the company’s own', () => {
    expect(planned(withJob({ status: '5' })).warnings).toEqual(['Job 2402 is 5-Complete.']);
    expect(planned(withJob({ status: '1' })).warnings).toEqual(['Job 2402 is only 1-Bid.']);
    expect(planned(withJob({ status: '9' })).warnings).toEqual([]);
  });
});

describe('a COR that cannot be added', () => {
  it('is one that is a draft in Clearstory', () => {
    const words = 'COR 12 is still a draft in Clearstory: submit it there first.';
    const [refusal] = refused(given({ cors: [cor({ status: 'draft' })] }));
    expect(refusal).toEqual({ field: 'corIds.0', value: '12', sentence: words });
  });

  it('is one that has gone from Clearstory', () => {
    const words = 'This COR is no longer in Clearstory: take it out of the change order.';
    expect(refused(given({ cors: [] }))).toEqual([{ field: 'corIds.0', value: 'cor-12', sentence: words }]);
  });

  it.each([
    [{}, 'push an update of it instead.'],
    [{ invoiced: '2026-11-19' }, 'that was invoiced, so unlink the COR and add only the difference.'],
    [{ locked: true }, 'that is locked, so unlock it in Sage 6-4-1 and push an update.'],
    [{ status: '5' }, 'that is void or rejected, so unlink the COR first.'],
  ])('is one that is in a change order already (%o), with a way out that works', (change, wayOut) => {
    const target = changeOrder(change);
    const input = given({ facts: { changeOrders: [target], links: [link(target)] } });
    const sentence = `COR 12 is in change order 7 already: ${wayOut}`;
    expect(refused(input)).toEqual([{ field: 'corIds.0', value: '12', sentence }]);
  });

  it('is one whose change order has gone from Sage, until it is unlinked', () => {
    const sentence = 'COR 12 is in change order 7 already: that is no longer in Sage, so unlink the COR first.';
    expect(refused(given({ facts: { links: [link(changeOrder())] } }))[0]?.sentence).toBe(sentence);
  });

  it('is one of several that has no line: it would be linked to a change order that says nothing of it', () => {
    const input = given({
      cors: [cor(), cor({ id: 'cor-13', number: '13' })],
      draft: { corIds: ['cor-12', 'cor-13'] },
    });
    const sentence = 'COR 13 has no line: add one, or take the COR out of the change order.';
    expect(refused(input)).toEqual([{ field: 'corIds.1', value: '13', sentence }]);
  });

  it('is one with nothing at all', () => {
    const sentence = 'There is nothing to write: add a prime line, a budget line, or both.';
    expect(refused(given({ draft: { prime: [], budget: [] } }))).toEqual([{ field: 'prime', value: '', sentence }]);
  });
});

describe('a change number', () => {
  const used = [
    changeOrder({ prime: [], number: ' CO-7 ', description: 'Footings' }),
    changeOrder({ prime: [], number: '9', phase: '1' }),
  ];
  const typed = (number: string, phase = '0') =>
    given({ draft: { header: header({ numbering: 'typed', number, phase }) }, facts: { changeOrders: used } });

  it('is refused when the job and phase have it already, whatever its case', () => {
    expect(refused(typed('co-7'))).toEqual([
      {
        field: 'header.number',
        value: 'co-7',
        sentence: 'Change order CO-7 exists already in this job and phase (Footings): choose another number.',
      },
    ]);
  });

  it('may be the same in another phase, and phase none is one phase however it is written', () => {
    expect(planned(typed('9')).target.number).toBe('9');
    expect(refused(typed('9', '1'))[0]?.field).toBe('header.number');
    expect(refused(typed('CO-7', ''))[0]?.field).toBe('header.number');
  });

  it('is refused empty or too long', () => {
    expect(refused(typed('  '))[0]?.sentence).toBe(
      'Change# is empty: enter one, because Sage does not save without it.',
    );
    expect(refused(typed('1'.repeat(23)))[0]?.sentence).toBe(
      'Change# has 23 characters and Sage keeps 20: shorten it by 3.',
    );
  });

  it('must be typed where the newest one stops Sage’s suggestions, whatever order they were read in', () => {
    const orders = [changeOrder({ record: '10', number: 'COR5' }), changeOrder({ record: '9', number: '4' })];
    const [refusal] = refused(given({ facts: { changeOrders: orders } }));
    expect(refusal).toMatchObject({ field: 'header.number', sentence: expect.stringContaining("'COR5'") });
    const newer = [...orders, changeOrder({ record: '11', number: '6' })];
    expect(planned(given({ facts: { changeOrders: newer.reverse() } })).target.number).toBeNull();
  });

  it('with letters and digits is allowed and said to stop Sage’s suggestions', () => {
    expect(planned(typed('COR5')).warnings).toEqual([
      'Change# COR5 mixes letters and digits: Sage will not suggest the number after it.',
    ]);
    expect(planned(typed('220-1')).warnings).toEqual([]);
  });
});

describe('a header field', () => {
  it.each([
    ['date', '', "Date '' is not a date: choose one, like 2026-03-31."],
    ['date', '2026-02-30', "Date '2026-02-30' is not a date: choose one, like 2026-03-31."],
    ['date', '31/03/2026', "Date '31/03/2026' is not a date: choose one, like 2026-03-31."],
    ['description', ' ', 'Description is empty: enter one, because Sage does not save without it.'],
    ['description', 'd'.repeat(51), 'Description has 51 characters and Sage keeps 50: shorten it by 1.'],
    ['reason', 'r'.repeat(60), 'Reason has 60 characters and Sage keeps 50: shorten it by 10.'],
    ['clientPo', 'p'.repeat(31), 'Client PO# has 31 characters and Sage keeps 30: shorten it by 1.'],
    ['notes', 'n'.repeat(4001), 'Notes has 4001 characters and Sage keeps 4000: shorten it by 1.'],
    ['status', '', 'No status is chosen: choose one of 1-Approved to 6-Rejected.'],
    ['status', 'toString', 'Status toString is not in Sage: choose one of 1-Approved to 6-Rejected.'],
    ['type', '77', "Change order type 77 is not in Sage's list: choose one that is."],
    ['phase', '8', 'Phase 8 is not a phase of job 2402: choose one.'],
    ['submitted', 'yesterday', "Submitted 'yesterday' is not a date: choose one, like 2026-03-31."],
    ['approvedOn', '2026-1-1', "Approved '2026-1-1' is not a date: choose one, like 2026-03-31."],
    [
      'delayRequested',
      '1.5',
      "Delay Requested '1.5' is not a whole number of days: type it like 5, or leave it empty.",
    ],
    ['delayApproved', 'two', "Delay Approved 'two' is not a whole number of days: type it like 5, or leave it empty."],
  ])('%s is refused as “%s”', (field, value, sentence) => {
    const refusals = refused(withHeader({ [field]: value }));
    expect(refusals).toContainEqual({ field: `header.${field}`, value, sentence });
  });

  it('with an approval date is refused under any status but 1-Approved', () => {
    const [refusal] = refused(withHeader({ status: '2' }));
    expect(refusal).toMatchObject({ field: 'header.approvedOn', value: '2026-11-18' });
  });

  it('fits exactly at its limit, counted as SQL Server counts', () => {
    expect(planned(withHeader({ description: '日'.repeat(50), clientPo: 'é'.repeat(30) })).steps).toHaveLength(3);
    // One 👷 is two units of nvarchar.
    expect(refused(withHeader({ description: '👷'.repeat(26) }))[0]?.sentence).toContain('has 52 characters');
  });
});

describe('a change order to add to', () => {
  const adding = (change: object) =>
    given({ draft: { target: { mode: 'existing', record: '3001' } }, facts: { changeOrders: [changeOrder(change)] } });

  it.each([
    [{ locked: true }, 'is locked (Lock Edit): unlock it in Sage 6-4-1, or create a new change order.'],
    [{ invoiced: '2026-11-19' }, 'was invoiced on 2026-11-19: create a new change order for the difference.'],
    [{ status: '5' }, 'is 5-Void: create a new change order.'],
    [{ status: '6' }, 'is 6-Rejected: create a new change order.'],
  ])('is refused as %o', (change, words) => {
    const sentence = `Change order 7 ${words}`;
    expect(refused(adding(change))[0]).toEqual({ field: 'target', value: '7', sentence });
  });

  it('is refused when it has gone, or is of another job', () => {
    expect(refused(given({ draft: { target: { mode: 'existing', record: '1' } } }))[0]?.sentence).toBe(
      'The change order chosen is no longer in Sage: choose another, or create a new one.',
    );
    expect(refused(adding({ job: '2405' }))[0]?.sentence).toContain('belongs to job 2405');
  });
});
