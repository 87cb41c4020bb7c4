import { describe, expect, it } from 'vitest';
import { planChangeOrder } from '#shared/domain/plans/changeOrder.ts';
import type { Limits } from '#shared/domain/sage/catalog/limits.ts';
import { budgetLine, changeOrder, link, primeLine } from './company.ts';
import { budget, given, header, planned, prime } from './given.ts';

/** The refusals of a draft in a company whose columns are narrower, by field. */
function refusals(limits: Limits, draft: Parameters<typeof given>[0] = {}): Readonly<Record<string, string>> {
  const result = planChangeOrder(given({ ...draft, catalog: { limits } }));
  return result.ok ? {} : Object.fromEntries(result.refusals.map(({ field, sentence }) => [field, sentence]));
}

describe('a company whose columns are narrower than described', () => {
  it('takes shorter texts, and says so at the field', () => {
    expect(refusals({ 'prmchg.dscrpt': { length: 15 } })).toEqual({
      'header.description': 'Description has 21 characters and Sage keeps 15: shorten it by 6.',
    });
    expect(refusals({ 'pmcgln.dscrpt': { length: 15 } })).toEqual({
      'prime.0.description': 'Description has 21 characters and Sage keeps 15: shorten it by 6.',
    });
  });

  it('takes smaller amounts, alone and summed up', () => {
    const sentence = 'would be 950.00 (Prime line: COR 12 Relocate panel), and Sage can hold 99.99';
    expect(refusals({ 'pmcgln.aprprc': { precision: 4, scale: 2 } })['prime.0']).toContain(sentence);
    const lines = [prime(), prime({ id: 'p2', description: 'More' })];
    const totals = refusals({ 'prmchg.reqamt': { precision: 5, scale: 2 } }, { draft: { prime: lines } });
    expect(totals.prime).toContain('Requested Amount would be 2,000.00');
  });

  it('takes fewer days of delay, and no negative ones where the column has none', () => {
    const days = { 'prmchg.delreq': { least: 0, most: 255 } };
    const delayed = (delayRequested: string) => ({ draft: { header: header({ delayRequested }) } });
    expect(refusals(days, delayed('300'))['header.delayRequested']).toContain('Sage can hold 0 to 255');
    expect(refusals(days, delayed('-1'))['header.delayRequested']).toContain('Sage can hold 0 to 255');
    expect(refusals(days, delayed('255'))).toEqual({});
  });

  it('takes shorter change order numbers, also the next one, which nobody typed', () => {
    const numbers = { 'prmchg.chgnum': { length: 2 } };
    const facts = (number: string) => ({ facts: { changeOrders: [changeOrder({ number })] } });
    expect(refusals(numbers, facts('99'))['header.number']).toBe(
      'Change# has 3 characters and Sage keeps 2: shorten it by 1.',
    );
    expect(refusals(numbers, facts('98'))).toEqual({});
  });

  it('has room for a proof in User Def2, or keeps none there', () => {
    const tight = (length: number) => ({ 'prmchg.usrdf2': { length } });
    const markers = 'recordFields' as const;
    expect(refusals(tight(47), { markers }).target).toContain(
      "User Def2 of a change order takes 47 characters in this company, and Plumbline's proof needs 48",
    );
    expect(refusals(tight(48), { markers })).toEqual({});
    expect(refusals(tight(47))).toEqual({});
    const record = '1008';
    const draft = { target: { mode: 'void', record, status: '5' }, prime: [], budget: [] } as const;
    const target = changeOrder({ record, prime: [primeLine()], budget: [budgetLine()] });
    const voided = { markers, draft, facts: { changeOrders: [target], links: [link(target, { lines: ['1'] })] } };
    expect(refusals(tight(47), voided).target).toContain('proof needs 48');
  });

  it('says how much of a name its column takes, which the executor cuts it to', () => {
    const limits = { 'prmchg.usrnme': { length: 20 }, 'prmchg.insusr': { length: 12 } };
    const { steps } = planned(given({ catalog: { limits } }));
    const longest = (table: string, name: string) => {
      const cell = steps.find((step) => step.table === table)?.columns.find(({ column }) => column === name)?.cell;
      return cell?.kind === 'take' ? cell.longest : null;
    };
    expect(longest('prmchg', 'usrnme')).toBe(20);
    expect(longest('prmchg', 'updusr')).toBeUndefined();
    expect(longest('prmchg', 'insusr')).toBe(12);
  });

  it('cuts what nobody typed to what fits', () => {
    const { steps } = planned(given({ catalog: { limits: { 'prmchg.usrdf2': { length: 8 } } } }));
    const cell = steps[0]?.columns.find(({ column }) => column === 'usrdf2')?.cell;
    expect(cell).toMatchObject({ kind: 'text' });
    expect((cell?.kind === 'text' ? cell.text : null)?.length).toBe(8);
  });

  it('plans the same as ever what fits', () => {
    const limits = { 'prmchg.dscrpt': { length: 21 }, 'sbcgln.bdgprc': { precision: 5, scale: 2 } };
    const draft = { budget: [budget({ multiplier: '1' })] };
    const narrow = planned(given({ draft, catalog: { limits } }));
    expect({ ...narrow, fingerprint: '' }).toEqual({ ...planned(given({ draft })), fingerprint: '' });
  });
});
