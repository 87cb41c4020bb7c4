import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { EnteredCompany } from '#shared/contract/companies.ts';
import type { CompanyId } from '#shared/domain/company.ts';
import { nodeWorker } from '../../../electron/hosts/nodeWorker.ts';
import { program } from '../../program.ts';
import { freeTdsAsDriver18 } from '../freeTds.ts';
import { startRefusingServer } from '../refusingServer.ts';
import { acme, borealis, configOf, type Installed, install, newHome } from './rig.ts';

const onServer = (id: CompanyId, server: string, more: object = {}): EnteredCompany => ({
  id,
  name: `Company ${id}`,
  sage: {
    kind: 'odbc',
    dialect: 'mssql',
    connection: {
      driver: 'automatic',
      server,
      database: id,
      encrypt: 'yes',
      trustServerCertificate: false,
      ...more,
    },
  },
  password: null,
});
const nobody = '127.0.0.1,1';

async function trusts(installed: Installed) {
  const { companies } = await installed.host('companies.list', {});
  return Object.fromEntries(companies.map(({ id, trust }) => [id, trust?.by ?? null]));
}

describe('the decision to trust a server unchecked', () => {
  it('holds for every company on that server, with who made it, until it is taken back', async () => {
    const home = newHome();
    const installed = await install(home, configOf({ person: 'Dana Reyes' }));
    await installed.host('companies.add', { ...onServer(acme, nobody), takeUp: false });
    const trusting = { ...onServer(borealis, nobody.toUpperCase(), { trustServerCertificate: true }), takeUp: false };
    await installed.host('companies.add', trusting);
    expect(await trusts(installed)).toEqual({ sample: null, acme: 'Dana Reyes', borealis: 'Dana Reyes' });

    const kept = JSON.parse(readFileSync(home.companiesFile, 'utf8'));
    expect(kept.trustedServers).toEqual([{ server: nobody, by: 'Dana Reyes', at: expect.any(String) }]);
    expect(JSON.stringify(kept.companies)).not.toContain('"trustServerCertificate":true');

    await installed.host('companies.change', onServer(acme, nobody));
    expect(await trusts(installed)).toEqual({ sample: null, acme: null, borealis: null });
  });
});

describe('a connection that is tried before it is saved', () => {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-drivers-'));
  const freeTds = freeTdsAsDriver18(folder);

  async function withDriver() {
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const environment = { ...freeTds };
    const launchWorker = nodeWorker(program('electron/worker.ts'), {
      ...process.env,
      ...environment,
    });
    return install(newHome(), configOf({ person: 'Dana Reyes' }), { environment, launchWorker });
  }

  it.skipIf(freeTds === null)(
    'says what the server says, keeps nothing, and sends a stored password nowhere else',
    async () => {
      const server = await startRefusingServer([
        { number: 17892, severity: 14, words: "Logon failed for login 'plumbline' due to trigger execution." },
      ]);
      const here = `127.0.0.1,${server.port}`;
      const installed = await withDriver();
      const login = { user: 'plumbline', encrypt: 'no' };
      const { sage } = onServer(acme, here, login);
      if (sage.kind !== 'odbc') throw new Error('No connection');
      const asked = { id: acme, connection: sage.connection };

      const refused = await installed.hostRefused('companies.test', { ...asked, password: null });
      expect(refused).toMatchObject({ code: 'config.sage', sentence: expect.stringContaining('no password') });
      const { steps } = await installed.host('companies.test', { ...asked, password: 'hunter2' });
      expect(steps.find(({ result }) => result === 'fail')).toMatchObject({
        step: 'login',
        code: 'sage.applicationRefused',
      });
      expect(server.lastLogin()).toEqual({ application: 'Plumbline', database: 'acme', user: 'plumbline' });
      expect(JSON.stringify(steps)).not.toContain('hunter2');
      expect((await installed.host('companies.list', {})).companies.map(({ id }) => id)).toEqual(['sample']);

      await installed.host('companies.add', { ...onServer(acme, here, login), password: 'hunter2', takeUp: false });
      expect((await installed.host('companies.test', { ...asked, password: null })).steps).toHaveLength(7);
      const elsewhere = await startRefusingServer([]);
      const moved = { ...asked.connection, server: `127.0.0.1,${elsewhere.port}` };
      const kept = await installed.hostRefused('companies.test', { id: acme, connection: moved, password: null });
      expect(kept.code).toBe('config.sage');
      expect(elsewhere.lastLogin()).toBeNull();
      await Promise.all([server.close(), elsewhere.close()]);
    },
  );
});
