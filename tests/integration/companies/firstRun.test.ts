import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { companyIdOf } from '#shared/domain/company.ts';
import { standardDefaults } from '#shared/domain/mapping.ts';
import { filePolicy } from '../../../electron/hosts/policy/policySource.ts';
import { openPolicy } from '../../../electron/hosts/policy/watchPolicy.ts';
import { configOf, type Installed, install, newHome, twoCompanies } from './rig.ts';

const sample = companyIdOf('sample');
const due = async ({ host }: Installed) => (await host('companies.list', {})).firstRunDue;

describe('the first run', () => {
  it('is due on an empty folder until somebody dismisses it, and after a restart still is not', async () => {
    const home = newHome();
    const installed = await install(home, {});
    expect(await due(installed)).toBe(true);
    await installed.host('firstRun.end', { how: 'dismissed' });
    expect(await due(installed)).toBe(false);
    await installed.companies.stop();
    expect(await due(await install(home, {}))).toBe(false);
  });

  it('never shows itself to a company that is at work', async () => {
    const installed = await install(newHome(), {});
    const { ask } = installed.of(sample);
    await ask('sync.now', { side: 'all' });
    const { rows } = await ask('projects.list', { tab: 'notMapped', search: '', offset: 0, limit: 50 });
    const row = rows.find(({ suggestion }) => suggestion !== null);
    await ask('projects.map', {
      projectId: row?.project.id ?? '',
      job: row?.suggestion?.job ?? '',
      defaults: standardDefaults,
    });
    expect(await due(installed)).toBe(false);
  });

  it('asks nothing where a configuration file names the companies', async () => {
    const home = newHome();
    expect(await due(await install(home, await twoCompanies(home)))).toBe(false);
  });

  it('is due for a company that the organisation’s policy names, and IT is asked for just that database', async () => {
    const home = newHome();
    const folder = join(home.folder, '..', 'etc');
    mkdirSync(folder, { mode: 0o755 });
    const file = join(folder, 'policy.json');
    const set = {
      'company.name': 'Acme',
      'sage.connection.server': 'SQL01\\SAGE100CON',
      'sage.connection.database': 'Acme',
    };
    writeFileSync(file, JSON.stringify({ companies: { acme: set } }));
    chmodSync(file, 0o644);
    const policy = await openPolicy(filePolicy(file, [process.getuid?.() ?? 0]));
    const installed = await install(home, configOf({}), { policy });
    expect((await installed.host('companies.list', {})).companies.map(({ id }) => id)).toEqual(['acme']);
    expect(await due(installed)).toBe(true);
    const asked = await installed.host('firstRun.forIt', {
      about: { company: companyIdOf('acme') },
      login: 'OFFICE\\plumbline',
      rights: 'no',
    });
    expect(asked).toMatchObject({ server: 'SQL01\\SAGE100CON', database: 'Acme', login: 'OFFICE\\plumbline' });
    expect(asked.approval).toContain('Edit Approvals');
    expect(asked.scripts.map(({ name }) => name)).toEqual(['1-login-and-roles.sql']);
    expect(asked.scripts[0]?.text).toContain('USE [Acme];');
  });
});
