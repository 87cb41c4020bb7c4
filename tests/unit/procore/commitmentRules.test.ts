import { describe, expect, it } from 'vitest';
import { commitmentUnmet } from '#shared/domain/procore/rules/commitment.ts';
import { changeUnmet } from '#shared/domain/procore/rules/commitmentChange.ts';
import { changeLine, changeOrder, coding, codingFacts, commitment, line, order, sending } from './commitments.ts';

const sentences = (unmet: readonly { readonly sentence: string }[]) => unmet.map(({ sentence }) => sentence);

describe('before a commitment may be sent', () => {
  it('R-049 an approved one with vendor, job and coded lines is ready', () => {
    expect(commitmentUnmet(commitment(), sending())).toEqual([]);
    expect(commitmentUnmet(order(), sending())).toEqual([]);
  });

  it.each([
    ['Terminated', 'archive it here'],
    ['Void', 'archive it here'],
    ['Complete', 'link it with what Sage has of it, or archive it here'],
    ['Closed', 'link it with what Sage has of it, or archive it here'],
  ])('R-049 nobody is asked to approve what is %s: it may be there a second time', (status, way) => {
    expect(sentences(commitmentUnmet(commitment({ status }), sending()))).toEqual([
      `Status is ${status}, and only an Approved subcontract goes to Sage: ${way}, so that it leaves this list.`,
    ]);
  });

  it.each(['Draft', 'Out For Signature'])('R-049 %s is not Approved', (status) => {
    expect(commitmentUnmet(commitment({ status }), sending())).toEqual([
      {
        rule: 'R-049',
        field: 'status',
        value: status,
        sentence: `Status is ${status}, and only an Approved subcontract goes to Sage: approve it in Procore.`,
      },
    ]);
  });

  it('R-049 the project must be linked with a job and the company with a vendor', () => {
    expect(sentences(commitmentUnmet(commitment(), sending({ job: null, vendor: null })))).toEqual([
      'Project Pier 9 Tenant Improvements is not linked with a job: accept or link the project first.',
      'Company Harbor Electric LLC is not linked with a vendor of Sage: accept or link the company first.',
    ]);
    expect(sentences(commitmentUnmet(commitment({ vendor: null }), sending()))).toEqual([
      'It names no contract company: choose one in Procore.',
    ]);
  });

  it('R-049 it needs at least one line', () => {
    const unmet = commitmentUnmet(commitment({ lines: [], grandTotal: '0.00' }), sending());
    expect(unmet).toMatchObject([{ rule: 'R-049', field: 'lines', value: '0' }]);
  });

  it.each([
    ['no cost code', coding({ fullCode: null, costCode: null }), 'has no cost code'],
    ['no cost type', coding({ costType: null, costTypeCode: null }), 'has no cost type'],
    ['a code that nobody has matched', coding({ fullCode: '99-999' }), 'nobody has said which one'],
    ['a type that Sage has not', coding({ costType: 't9', costTypeCode: 'X' }), 'none of Sage'],
    ['a sub job that is no phase', coding({ subJob: 'sj9' }), 'linked with no phase'],
  ])('R-049 a line with %s is named', (_, coded, words) => {
    const lines = [line({ amount: '100000.00' }), line({ id: '178', position: 2, amount: '50000.00', coding: coded })];
    const unmet = commitmentUnmet(commitment({ lines }), sending());
    expect(unmet).toMatchObject([{ rule: 'R-049', field: 'lines.178' }]);
    expect(unmet[0]?.sentence).toContain(`Line 2 (Rough-in)`);
    expect(unmet[0]?.sentence).toContain(words);
  });

  it('R-049 a code that Sage does not have is named', () => {
    const unmet = commitmentUnmet(commitment(), sending({ coding: codingFacts({ inSage: () => false }) }));
    expect(sentences(unmet)).toEqual([
      "Line 1 (Rough-in) uses cost code 16100, which is not in Sage (6-5): accept the project's cost codes first.",
    ]);
  });

  it('R-021 a commitment waits for the update of the codes that it uses, and for no other', () => {
    const waiting = (code: string) => sending({ coding: codingFacts({ waiting: new Set([code]) }) });
    expect(commitmentUnmet(commitment(), waiting('16100'))).toMatchObject([
      { rule: 'R-021', field: 'lines.177', value: '16100.S' },
    ]);
    expect(commitmentUnmet(commitment(), waiting('03-300'))).toEqual([]);
  });

  it('R-049 lines that are not all of the total, taxes and other currencies are refused', () => {
    expect(sentences(commitmentUnmet(commitment({ grandTotal: '150000.01' }), sending()))).toEqual([
      "Procore's total is 150,000.01, but its lines add up to 150,000.00: what makes the difference (taxes, markup) is not sent to Sage, so put it into lines first.",
    ]);
    expect(commitmentUnmet(commitment({ lines: [line({ taxCode: 'GST' })] }), sending())).toMatchObject([
      { field: 'lines.177', value: 'GST' },
    ]);
    expect(commitmentUnmet(commitment({ currency: 'CAD' }), sending())).toMatchObject([{ field: 'currency' }]);
    expect(commitmentUnmet(commitment({ lines: [line({ amount: '150000.005' })] }), sending())).toMatchObject([
      { field: 'lines.177', value: '150000.005' },
    ]);
  });
});

describe('before a commitment change order may be sent', () => {
  const parent = { commitment: commitment(), synced: true };

  it('R-057 an approved one of a synced commitment with coded lines is ready', () => {
    expect(changeUnmet(changeOrder(), parent, sending())).toEqual([]);
  });

  it('R-057 its commitment must be in Sage first', () => {
    expect(changeUnmet(changeOrder(), { ...parent, synced: false }, sending())).toEqual([
      {
        rule: 'R-057',
        field: 'commitment',
        value: 'SC-001',
        sentence: 'Commitment SC-001 (Electrical) is not in Sage yet: accept it first.',
      },
    ]);
    expect(changeUnmet(changeOrder(), null, sending())).toMatchObject([{ field: 'commitment', value: '41' }]);
  });

  it.each(['pending', 'rejected', 'void', 'draft'])('R-057 %s is not approved', (status) => {
    expect(changeUnmet(changeOrder({ status }), parent, sending())).toMatchObject([{ rule: 'R-057', field: 'status' }]);
  });

  it('R-057 R-061 it needs at least one line, each with a code and type', () => {
    const none = changeUnmet(changeOrder({ lines: [], grandTotal: '0.00' }), parent, sending());
    expect(sentences(none)[0]).toContain('A change order without lines is never written.');
    const uncoded = changeLine({ coding: coding({ fullCode: null }) });
    expect(changeUnmet(changeOrder({ lines: [uncoded] }), parent, sending())).toMatchObject([
      { rule: 'R-057', field: 'lines.188' },
    ]);
  });

  it('R-021 it waits for the update of the codes that it uses', () => {
    const facts = sending({ coding: codingFacts({ waiting: new Set(['16100']) }) });
    expect(changeUnmet(changeOrder(), parent, facts)).toMatchObject([{ rule: 'R-021', field: 'lines.188' }]);
  });

  it('R-083 it needs the package that carries its origin', () => {
    expect(changeUnmet(changeOrder({ package: null }), parent, sending())).toMatchObject([{ field: 'package' }]);
  });
});
