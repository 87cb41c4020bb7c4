import { symlinkSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { companyIdOf } from '#shared/domain/company.ts';
import { acme, booksFile, configOf, install, newHome, twoCompanies } from './rig.ts';

/** The same database under two names: two companies by the configuration, one by what the database says of itself. */

const alias = companyIdOf('alias');

async function underTwoNames() {
  const home = newHome();
  const { companies: [first] = [] } = await twoCompanies(home);
  if (first === undefined) throw new Error('No company');
  symlinkSync(booksFile(home, acme), booksFile(home, alias));
  const connection = { database: booksFile(home, alias) };
  const second = { ...first, id: alias, name: 'Acme again', sage: { ...first.sage, connection } };
  return install(home, configOf({ person: 'Dana Reyes', companies: [first, second] }));
}

it('another Plumbline on the same database under another name is refused once both have looked at it', async () => {
  const [home, other] = [newHome(), newHome()];
  const config = await twoCompanies(home);
  const [first] = config.companies ?? [];
  if (first === undefined) throw new Error('No company');
  symlinkSync(booksFile(home, acme), booksFile(other, acme));
  const elsewhere = { ...first.sage, connection: { database: booksFile(other, acme) } };
  const one = await install(home, configOf({ person: 'Dana Reyes', companies: [first] }));
  await one.of(acme).sync('sage');
  const alone = configOf({ person: 'Maria Ito', companies: [{ ...first, sage: elsewhere }] });
  const two = await install(other, alone);
  await two.of(acme).sync('sage');
  await Promise.all([one.companies.stop(), two.companies.stop()]);

  await install(home, configOf({ person: 'Dana Reyes', companies: [first] }));
  await expect(install(other, alone)).rejects.toThrow(/company\.runsElsewhere/);
});

describe('the second of two companies that are one database', () => {
  it('is neither read nor written, and says which one the first is', async () => {
    const installed = await underTwoNames();
    const [read] = await installed.of(acme).sync('sage');
    expect(read).toMatchObject({ outcome: 'ok' });
    const [refused] = await installed.of(alias).sync('sage');
    expect(refused).toMatchObject({
      outcome: 'failed',
      failure: { code: 'company.sameBooks', sentence: expect.stringContaining('Acme Builders') },
    });
    expect(await installed.of(alias).store().sage.count('job')).toBe(0);
    expect((await installed.of(acme).sync('sage'))[0]).toMatchObject({ outcome: 'ok' });
  });

  it('is refused also when it was read first, as soon as the first has been read', async () => {
    const installed = await underTwoNames();
    expect((await installed.of(alias).sync('sage'))[0]).toMatchObject({ outcome: 'ok' });
    expect((await installed.of(acme).sync('sage'))[0]).toMatchObject({ outcome: 'ok' });
    expect((await installed.of(alias).sync('sage'))[0]).toMatchObject({ failure: { code: 'company.sameBooks' } });
  });
});
