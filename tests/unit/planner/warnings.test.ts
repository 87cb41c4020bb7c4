import { describe, expect, it } from 'vitest';
import { changeOrder, costCodes, link, primeLine } from './company.ts';
import { cor } from './cors.ts';
import { budget, given, givenUpdate, header, planned, prime } from './given.ts';

const warnings = (...input: Parameters<typeof given>) => planned(given(...input)).warnings;
const open = header({ status: '2', approvedOn: '' });

describe('what a plan warns of', () => {
  it('is nothing for an issued COR that goes in as it is', () => {
    const whole = budget({ multiplier: '1' });
    expect(warnings({ draft: { budget: [whole] } })).toEqual([]);
  });

  it('is a COR that Clearstory’s own integration has posted: it would be booked twice', () => {
    const integrations = [{ provider: 'sage100contractor', name: 'CO', value: '7' }];
    expect(warnings({ cors: [cor({ integrations })] })[0]).toContain('so that it is not posted twice');
  });

  it('is a live change order that carries the COR’s id although no link knows it', () => {
    const twin = (status: string) => changeOrder({ status, userDefined2: cor().uuid });
    expect(warnings({ facts: { changeOrders: [twin('2')] } })[0]).toBe(
      'Change order 7 carries the id of COR 12 (User Def2): check 6-4-1 so that it is not posted twice.',
    );
    expect(warnings({ facts: { changeOrders: [twin('5')] } })).toEqual([]);
  });

  it('is a line left behind in another change order, as after an unlink, but not one that is linked or void', () => {
    const left = primeLine({ description: 'cor 12 Relocate panel', approved: '950.00' });
    const other = (status: string) => changeOrder({ status, prime: [left] });
    expect(warnings({ facts: { changeOrders: [other('2')] } })[0]).toBe(
      "Change order 7 has a line 'cor 12 Relocate panel' of 950.00 already: check 6-4-1 so that COR 12 is not posted twice.",
    );
    const whole = { budget: [budget({ multiplier: '1' })] };
    expect(warnings({ draft: whole, facts: { changeOrders: [other('5')] } })).toEqual([]);
    const links = [link(other('2'), { corId: 'cor-99' })];
    expect(warnings({ draft: whole, facts: { changeOrders: [other('2')], links } })).toEqual([]);
  });

  it('is a received COR on a prime line, which would charge the client for a cost', () => {
    const received = cor({ inbox: 'received', contractorName: 'Cedar Electric' });
    expect(warnings({ cors: [received] })[0]).toBe(
      'COR 12 was received from Cedar Electric: its prime line charges it to the client. Remove that line if it is only a cost, or if a COR of your own covers it.',
    );
    expect(warnings({ cors: [received], draft: { prime: [] } }).join()).not.toContain('charges it');
  });

  it('is the cost of a received COR without a prime line: what it does, and what to look for', () => {
    const received = cor({ inbox: 'received', contractorName: 'Cedar Electric' });
    const draft = { prime: [], budget: [budget({ share: '815.50', multiplier: '1' })] };
    expect(warnings({ cors: [received], draft })).toEqual([
      'COR 12 was received from Cedar Electric: 815.50 go into the budget and nothing into the contract. See that no line of a COR of your own holds the same cost.',
    ]);
  });

  it('is an approval that an update takes away, with what the contract loses', () => {
    const plan = planned(givenUpdate(changeOrder(), { draft: { header: open } }));
    expect(plan.warnings).toContain(
      'Change order 7 goes from 1-Approved to 2-Open: its 950.00 no longer count in the contract.',
    );
  });

  it('is a COR that is void, a placeholder, or in review with T&M tags', () => {
    expect(warnings({ cors: [cor({ status: 'rejected' })] })).toContain('COR 12 is void in Clearstory.');
    expect(warnings({ cors: [cor({ status: 'placeholder' })] })).toContain(
      'COR 12 is a placeholder: its price is not final.',
    );
    expect(warnings({ cors: [cor({ status: 'in_review', tagNumbers: ['EX00234'] })] })).toContain(
      'COR 12 is still in review although T&M tags hang on it.',
    );
  });

  it('is an approved COR in a change order that does not count, and the other way round', () => {
    expect(warnings({ draft: { header: open } })).toEqual([
      'COR 12 is Approved CO Issued in Clearstory, but its change order is 2-Open: the contract does not change until it is 1-Approved in Sage.',
      '50.00 of COR 12 is in no budget line.',
    ]);
    expect(warnings({ cors: [cor({ status: 'in_review' })] })).toContain(
      'COR 12 is In Review in Clearstory, but its change order is 1-Approved in Sage: its lines count in contract and budget at once.',
    );
  });

  it('is a price on the prime lines that is not the COR’s', () => {
    const less = prime({ requested: '999.99', approved: '949.99' });
    expect(warnings({ draft: { prime: [less], budget: [budget({ share: '949.99' })] } })).toEqual([
      'Requested on the prime lines of COR 12 is 999.99; the COR asks for 1,000.00.',
      'Approved on the prime lines of COR 12 is 949.99; it was issued for 950.00.',
    ]);
    const halves = ['p1', 'p2'].map((id) => prime({ id, description: id, requested: '500.00', approved: '475.00' }));
    expect(warnings({ draft: { prime: halves } })).toEqual([]);
  });

  it('is an approval of 0.00 and a COR without budget lines', () => {
    const nothing = cor({ approvedCoIssuedAmount: '0.00' });
    expect(warnings({ cors: [nothing], draft: { prime: [prime({ approved: '0' })], budget: [] } })).toEqual([
      "COR 12 has no budget line: the job's budget does not change.",
      'COR 12 is approved with 0.00: the contract does not change.',
    ]);
  });

  it('is a share of a price that is not there', () => {
    const input = { prime: [], budget: [budget({ share: '-20.00' })] };
    expect(warnings({ draft: input })).toEqual(['The budget lines of COR 12 take 20.00 more than its price of 0.00.']);
  });

  it('is a credit of which something is left, with its sign', () => {
    const credit = cor({ requestedAmount: '-100.00', approvedCoIssuedAmount: '-100.00' });
    const draft = { prime: [prime({ requested: '-100', approved: '-100' })], budget: [budget({ share: '-90' })] };
    expect(warnings({ cors: [credit], draft })).toEqual(['(10.00) of COR 12 is in no budget line.']);
  });

  it('is an inactive cost code, of prime and budget lines, once', () => {
    const code = costCodes.get('16100.000');
    const inactive = new Map(costCodes).set('16100.000', { ...(code ?? never()), inactive: true });
    const coded = { prime: [prime({ costCode: '16100', costType: '2' })] };
    expect(warnings({ draft: coded, facts: { costCodes: inactive } })).toEqual([
      'Cost code 16100 is inactive in Sage.',
    ]);
  });

  it('is never that another COR shares the change order when its status stays', () => {
    const target = changeOrder();
    const other = link(target, { lines: [], of: cor({ id: 'cor-13', number: '13' }) });
    const draft = { prime: [prime({ line: '1', requested: '1000.01' })] };
    const plan = planned(givenUpdate(target, { draft, facts: { links: [link(target), other] } }));
    expect(plan.warnings).toEqual(['Requested on the prime lines of COR 12 is 1,000.01; the COR asks for 1,000.00.']);
  });

  it('is in whole sentences', () => {
    const all = warnings({ cors: [cor({ status: 'placeholder' })], draft: { header: open, budget: [] } });
    expect(all.length).toBeGreaterThan(1);
    for (const sentence of all) expect(sentence).toMatch(/^[A-Z0-9(].*\.$/);
  });
});

function never(): never {
  throw new Error('The cost code is not among the facts');
}
