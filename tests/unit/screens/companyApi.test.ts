import { expect, test } from 'vitest';
import type { CompanyEvent } from '#shared/contract/companies.ts';
import { type CompanyId, companyIdOf } from '#shared/domain/company.ts';
import type { Carrier } from '../../../renderer/api/carrier.ts';
import { openCompanyApi } from '../../../renderer/api/companyApi.ts';

const [acme, borealis] = [companyIdOf('acme'), companyIdOf('borealis')];

/** The far end: answers when the test says so. */
function slowCarrier() {
  const asked: { readonly company: CompanyId | null; readonly answer: (value: unknown) => void }[] = [];
  const listeners = new Set<(event: CompanyEvent) => void>();
  const carrier: Carrier = {
    send: (company) => new Promise((answer) => asked.push({ company, answer })),
    onChanged: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
  const emit = (company: CompanyId | null) => {
    for (const listener of listeners) listener({ company, topics: ['cors'], transfer: null });
  };
  return { carrier, asked, emit };
}

/** Time for everything that is settled to be heard. */
const settled = () => new Promise((resolve) => setImmediate(resolve));

test('an answer that comes after its company was left is never heard', async () => {
  const { carrier, asked } = slowCarrier();
  const api = openCompanyApi(carrier, acme);
  const heard: string[] = [];
  const ask = (name: string) => void api.request('sync.resume', {}).then(() => heard.push(name));
  ask('before');
  asked[0]?.answer({ ok: true, value: {} });
  await settled();
  ask('late');
  api.close();
  asked[1]?.answer({ ok: true, value: {} });
  await settled();
  expect(heard).toEqual(['before']);
  expect(asked.map(({ company }) => company)).toEqual(['acme', 'acme']);
});

test('events of other companies are not heard, and none once the company was left', () => {
  const { carrier, emit } = slowCarrier();
  const api = openCompanyApi(carrier, acme);
  const heard: unknown[] = [];
  api.onChanged((event) => heard.push(event));
  emit(borealis);
  expect(heard).toEqual([]);
  emit(acme);
  emit(null);
  expect(heard).toHaveLength(2);
  expect(heard[0]).toEqual({ topics: ['cors'], transfer: null });
  api.close();
  emit(acme);
  expect(heard).toHaveLength(2);
});
