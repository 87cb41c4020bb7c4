import { describe, expect, it } from 'vitest';
import {
  type AccountFacts,
  type AccountQuestion,
  ledgerAccountFor,
} from '#shared/domain/procore/rules/ledgerAccount.ts';

const account = (number: string, change: Partial<AccountFacts> = {}): AccountFacts => ({
  number,
  name: `Account ${number}`,
  costType: '4',
  subaccounts: '0',
  inactive: false,
  ...change,
});

const question = (change: Partial<AccountQuestion> = {}): AccountQuestion => ({
  vendor: { number: '310', name: 'Harbor Electric', defaultAccount: null },
  costType: '4',
  accounts: [account('5040'), account('5010', { costType: '1' }), account('5090', { costType: null })],
  configured: null,
  ...change,
});

const vendor = (defaultAccount: string) => ({ number: '310', name: 'Harbor Electric', defaultAccount });

describe('the ledger account of a cost', () => {
  it('R-056 takes the default of the vendor before anything else', () => {
    const answer = ledgerAccountFor(question({ vendor: vendor('5090'), configured: '5010' }));
    expect(answer).toEqual({ ok: true, account: '5090', why: 'Default Account of vendor 310 (4-4)' });
  });

  it('R-056 takes the only account of the cost type where the vendor has none', () => {
    const answer = ledgerAccountFor(question({ configured: '5090' }));
    expect(answer).toEqual({ ok: true, account: '5040', why: 'The only account of cost type 4 (1-7)' });
  });

  it('R-056 counts 0 as no default', () => {
    expect(ledgerAccountFor(question({ vendor: vendor('0') }))).toMatchObject({ ok: true, account: '5040' });
  });

  it('R-056 does not count inactive accounts of the cost type', () => {
    const accounts = [account('5040'), account('5041', { inactive: true })];
    expect(ledgerAccountFor(question({ accounts }))).toMatchObject({ ok: true, account: '5040' });
  });

  it('R-056 takes the one of the settings where the cost type has several', () => {
    const accounts = [account('5040'), account('5041'), account('5090', { costType: null })];
    expect(ledgerAccountFor(question({ accounts, configured: '5090' }))).toMatchObject({ ok: true, account: '5090' });
  });

  it('R-056 refuses and names the vendor where nothing says which account', () => {
    const accounts = [account('5040'), account('5041')];
    const answer = ledgerAccountFor(question({ accounts }));
    expect(answer).toMatchObject({ ok: false, refusal: { field: 'ledgerAccount' } });
    expect(answer.ok ? '' : answer.refusal.sentence).toContain('Vendor 310 (Harbor Electric)');
    expect(answer.ok ? '' : answer.refusal.sentence).toContain('several (5040, 5041)');
  });

  it.each([
    ['is not there', vendor('5555'), 'not in Sage'],
    ['is inactive', vendor('5060'), 'inactive'],
    ['has departments', vendor('5070'), 'subaccounts or departments'],
  ])('R-056 refuses a default that %s and does not go on to another', (_, whose, words) => {
    const accounts = [
      account('5040'),
      account('5060', { costType: null, inactive: true }),
      account('5070', { costType: null, subaccounts: '2' }),
    ];
    const answer = ledgerAccountFor(question({ vendor: whose, accounts, configured: '5040' }));
    expect(answer).toMatchObject({ ok: false, refusal: { value: whose.defaultAccount } });
    expect(answer.ok ? '' : answer.refusal.sentence).toContain(words);
  });
});
