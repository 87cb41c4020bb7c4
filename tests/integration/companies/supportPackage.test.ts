import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { acme, booksFile, install, newHome, twoCompanies } from './rig.ts';

/** A package for support of an installation that has worked, with everything in it that must never leave. */

const canaries = {
  'clearstory.keyId': 'canary-key-id',
  'acme/clearstory.secret': 'canary-clearstory-secret',
  'acme/sage.password': 'canary-sage-password',
  'proxy.password': 'canary-proxy-password',
};

async function packed() {
  const home = newHome();
  writeFileSync(home.secretsFile, JSON.stringify(canaries), { mode: 0o600 });
  const installed = await install(home, await twoCompanies(home));
  const { companies } = installed;
  await installed.of(acme).sync('sage', 'clearstory');
  const store = installed.of(acme).store();
  const vendor = store.sage.search('vendor', { limit: 1 })[0]?.name ?? '';
  // What a log should not hold and might all the same.
  companies.logger.error('engine.bug', { error: `${vendor} owes 98,765.43 to Dana Reyes, canary-sage-password` });
  companies.logger.warn('odd', { text: 'Driver={ODBC};Server=BOOKS9\\SAGE;Database=x;UID=sa;PWD=other-canary' });
  mkdirSync(join(home.folder, 'window', 'Crashpad', 'reports'), { recursive: true });
  writeFileSync(join(home.folder, 'window', 'Crashpad', 'reports', 'a1.dmp'), 'canary in memory');
  const shown = await installed.host('support.prepare', {});
  const pieces: Buffer[] = [];
  for (let offset: number | null = 0; offset !== null; ) {
    const part: { base64: string; next: number | null } = await installed.host('support.part', {
      id: shown.id,
      offset,
    });
    pieces.push(Buffer.from(part.base64, 'base64'));
    offset = part.next;
  }
  const zip = join(home.folder, '..', shown.name);
  writeFileSync(zip, Buffer.concat(pieces));
  const read = (name: string) => execFileSync('python3', ['-c', unpack, zip, name], { encoding: 'utf8' });
  return { home, installed, shown, store, vendor, zip, read };
}

/** Somebody else's reader of ZIP files. */
const unpack = 'import sys, zipfile; sys.stdout.buffer.write(zipfile.ZipFile(sys.argv[1]).read(sys.argv[2]))';

describe('a package for support', () => {
  it('holds no secret, no amount, and no name of a job, client, vendor, person or database', async () => {
    const { home, shown, store, read, vendor, zip } = await packed();
    const whole = shown.files.map(({ name }) => read(name)).join('\n');
    const all = { limit: 10_000 };
    const jobs = store.sage.search('job', all);
    const names = [
      vendor,
      'Dana Reyes',
      'Acme Builders',
      'Borealis Homes',
      booksFile(home, acme),
      ...jobs.flatMap(({ name, clientName }) => [name, clientName]),
      ...store.sage.search('vendor', all).map(({ name }) => name),
      ...store.projects.all().map(({ title }) => title),
    ].filter((name) => name.length >= 4);
    expect(names.length).toBeGreaterThan(20);
    expect(names.filter((name) => whole.includes(name))).toEqual([]);
    expect(whole).not.toMatch(/canary|98,765|BOOKS9/);
    expect(readFileSync(zip, 'latin1')).not.toMatch(/canary/);
    expect(whole).not.toMatch(/\/home\/(?!\[user\])/);
    expect(whole).toMatch(/vendor-[0-9a-f]{6}\.? owes \[amount\] to person-[0-9a-f]{6}/);
  });

  it('is shown file by file as it is saved, with what is left out and why', async () => {
    const { installed, shown, read } = await packed();
    expect(shown.files.map(({ name }) => name)).toEqual([
      'README.txt',
      'about.json',
      'checks.txt',
      'configuration.json',
      'companies/acme.json',
      'companies/borealis.json',
      'failures.json',
      'crash-dumps.txt',
      'logs/plumbline.log',
    ]);
    for (const { name, bytes } of shown.files) {
      const file = await installed.host('support.file', { id: shown.id, name });
      expect([file.text, file.cut]).toEqual([read(name), false]);
      expect(Buffer.byteLength(file.text)).toBe(bytes);
    }
    expect(shown.leftOut.map(({ what }) => what)).toContain('Amounts');
    expect(read('crash-dumps.txt')).toContain('a1.dmp');
    expect(JSON.parse(read('companies/acme.json')).counts.sage.job).toBeGreaterThan(0);
    expect(JSON.parse(read('failures.json')).failures).toContainEqual(expect.objectContaining({ event: 'engine.bug' }));
    expect(read('checks.txt')).toMatch(/^acme\n +1 ok/);
  });

  it('names the same vendor with the same word every time, and is gone when a newer one was made', async () => {
    const { installed, shown, read } = await packed();
    const word = /vendor-[0-9a-f]{6}/.exec(read('logs/plumbline.log'))?.[0];
    const again = await installed.host('support.prepare', {});
    const log = await installed.host('support.file', { id: again.id, name: 'logs/plumbline.log' });
    expect(log.text).toContain(word);
    expect(await installed.hostRefused('support.part', { id: shown.id, offset: 0 })).toMatchObject({
      code: 'support.gone',
    });
  });
});
