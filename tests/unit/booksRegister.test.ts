import { expect, it } from 'vitest';
import { companyIdOf } from '#shared/domain/company.ts';
import { createBooksRegister } from '../../electron/hosts/companies/booksRegister.ts';

const [acme, borealis] = [companyIdOf('acme'), companyIdOf('borealis')];
const on = (database: string, server = 'OFFICE\\SAGE100CON', guid = 'g') => ({ server, database, guid });

it('the company that stands first keeps the books, whichever was asked first', () => {
  const register = createBooksRegister();
  register.enter(acme, 'Acme');
  register.enter(borealis, 'Borealis');
  expect(register.found(borealis, on('Books'))).toBeNull();
  expect(register.found(acme, on('Books'))).toBeNull();
  expect(register.found(borealis, on('Books'))).toBe('Acme');
});

it('another database, server or number is another company, and a company that left holds nothing', () => {
  const register = createBooksRegister();
  register.enter(acme, 'Acme');
  register.enter(borealis, 'Borealis');
  register.found(acme, on('Books'));
  for (const other of [on('Other'), on('Books', 'SITE\\SAGE100CON'), on('Books', undefined, 'h')]) {
    expect(register.found(borealis, other)).toBeNull();
  }
  register.leave(acme);
  expect(register.found(borealis, on('Books'))).toBeNull();
});
