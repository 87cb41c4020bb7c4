import { describe, expect, it } from 'vitest';
import type { Config } from '../../../electron/hosts/config.ts';
import { approve, corsOf, mapJob } from '../engine/steps.ts';
import { acme, booksFile, borealis, configOf, type Installed, install, newHome, twoCompanies } from './rig.ts';

/** One company whose books are those of this file. */
function connectedTo(database: string): Config {
  return configOf({
    person: 'Dana Reyes',
    companies: [
      {
        id: acme,
        name: 'Acme Builders',
        sage: { kind: 'odbc', dialect: 'sqlite', connection: { database } },
        clearstory: { sandbox: true },
      },
    ],
  });
}

/** Approves a change order that waits to be typed into the books. */
async function approveOne(installed: Installed): Promise<string> {
  const company = installed.of(acme);
  const project = await mapJob(company, '2402');
  const cor = (await corsOf(company, project)).find(
    ({ sage, status }) => sage === 'notInSage' && status === 'approved_co_issued',
  );
  if (cor === undefined) throw new Error('No COR to push');
  const { settings } = await company.ask('settings.get', {});
  await company.ask('settings.save', {
    settings: { ...settings, writing: { ...settings.writing, mode: 'handEntry' } },
  });
  return approve(company, [cor.id]);
}

describe('a company that the configuration sends to other books', () => {
  it('is not opened while approved change orders wait for the former ones, and is again with them', async () => {
    const home = newHome();
    await twoCompanies(home);
    const before = await install(home, connectedTo(booksFile(home, acme)));
    const id = await approveOne(before);
    await before.companies.stop();

    const sent = install(home, connectedTo(booksFile(home, borealis)));
    await expect(sent).rejects.toThrow(/One change order of Acme Builders waits for .*acme\.db.*company\.otherBooks/);

    const back = await install(home, connectedTo(booksFile(home, acme)));
    await back.of(acme).ask('queue.drop', { id, reason: 'The books move' });
    await back.companies.stop();
    const moved = await install(home, connectedTo(booksFile(home, borealis)));
    expect(moved.companies.placeOf(acme).state).toBe('open');
  });
});
