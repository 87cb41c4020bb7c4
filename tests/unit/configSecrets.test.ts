import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type CompanyId, companyIdOf } from '#shared/domain/company.ts';
import { createLogger } from '../../electron/hosts/logger.ts';
import { createLogLevel } from '../../electron/hosts/logLevel.ts';
import { redact } from '../../electron/hosts/redaction.ts';
import { openSecretsFile } from '../../electron/hosts/secretsFile.ts';
import { type LogLevel, logLevels } from '../../shared/domain/logLevel.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-secrets-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const acme = companyIdOf('acme');

function open(environment: Readonly<Record<string, string>> = {}) {
  const opened = openSecretsFile(join(folder, 'secrets.json'), environment);
  if (!opened.ok) throw new Error(opened.failure.sentence);
  return { ...opened.value.of(acme, true), all: opened.value };
}

describe('the secrets of a company', () => {
  it('are named by the environment variable that sets them, which a message can pass on', () => {
    const { all } = open();
    expect(all.of(acme, true).variable('sage.password')).toBe('PLUMBLINE_SAGE_PASSWORD');
    const variable = all.of(companyIdOf('acme-west'), false).variable('sage.password');
    expect(variable).toBe('PLUMBLINE_SAGE_PASSWORD__ACME_WEST');
    expect(
      open({ [variable]: 'hunter2' })
        .all.of(companyIdOf('acme-west'), false)
        .read('sage.password'),
    ).toBe('hunter2');
  });
});

describe('the secrets file', () => {
  it('keeps what was written, readable only by its owner', () => {
    expect(open().write('clearstory.secret', 's3cret')).toEqual({ ok: true });
    expect(open().read('clearstory.secret')).toBe('s3cret');
    expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600);
  });

  it('is refused, with the command that helps, when others can read it', () => {
    open().write('clearstory.secret', 's3cret');
    chmodSync(join(folder, 'secrets.json'), 0o640);
    const opened = openSecretsFile(join(folder, 'secrets.json'), {});
    expect(!opened.ok && opened.failure).toMatchObject({
      sentence: expect.stringContaining('mode 640'),
      remedy: `Run: chmod 600 ${join(folder, 'secrets.json')}`,
    });
  });

  it('is refused, and left as it is, when it is not what Plumbline writes', () => {
    writeFileSync(join(folder, 'secrets.json'), '["s3cret"]', { mode: 0o600 });
    const opened = openSecretsFile(join(folder, 'secrets.json'), {});
    expect(!opened.ok && opened.failure.sentence).toContain('not a JSON object of texts');
    expect(JSON.stringify(opened)).not.toContain('s3cret');
    expect(readFileSync(join(folder, 'secrets.json'), 'utf8')).toBe('["s3cret"]');
  });

  it('gives way to the environment, which a screen cannot overwrite', () => {
    open().write('clearstory.secret', 'from the file');
    const secrets = open({ PLUMBLINE_CLEARSTORY_SECRET: 'from the environment' });
    expect(secrets.read('clearstory.secret')).toBe('from the environment');
    const written = secrets.write('clearstory.secret', 'new');
    expect(!written.ok && written.sentence).toContain('PLUMBLINE_CLEARSTORY_SECRET');
  });

  it('takes and gives the Clearstory key as the engine does, whole', () => {
    const key = JSON.stringify({ keyId: 'k', secret: 's' });
    expect(open().has('clearstory.key')).toBe(false);
    expect(open().write('clearstory.key', key)).toEqual({ ok: true });
    expect(open().read('clearstory.key')).toBe(key);
    expect(open({ PLUMBLINE_CLEARSTORY_SECRET: 'other' }).clearstoryKey()).toEqual({ keyId: 'k', secret: 'other' });
    expect(open({ PLUMBLINE_CLEARSTORY_SECRET: 'other' }).write('clearstory.key', key).ok).toBe(false);
  });

  it('keeps the old value when the new one cannot be saved', () => {
    const secrets = open();
    secrets.write('clearstory.keyId', 'old');
    rmSync(folder, { recursive: true });
    const written = secrets.write('clearstory.keyId', 'new');
    expect(!written.ok && written.sentence).toContain('could not be written');
    expect(secrets.read('clearstory.keyId')).toBe('old');
  });
});

describe('the secrets of several companies', () => {
  const borealis = companyIdOf('borealis-west');
  const of = (id: CompanyId, plainToo: boolean, environment: Readonly<Record<string, string>> = {}) =>
    open(environment).all.of(id, plainToo);

  it('are never each other’s, in the file and in the environment', () => {
    of(acme, false).write('sage.password', 'of acme');
    const environment = { PLUMBLINE_SAGE_PASSWORD__BOREALIS_WEST: 'of borealis', PLUMBLINE_SAGE_PASSWORD__ACME: '' };
    expect(of(acme, false, environment).read('sage.password')).toBe('of acme');
    expect(of(borealis, false, environment).read('sage.password')).toBe('of borealis');
    expect(of(companyIdOf('borealis'), false, environment).read('sage.password')).toBeNull();
    expect(readFileSync(join(folder, 'secrets.json'), 'utf8')).toContain('"acme/sage.password": "of acme"');
  });

  it('are found under plain names by the only company of a configuration, and by no other', () => {
    const environment = { PLUMBLINE_SAGE_PASSWORD: 'plain' };
    expect(of(acme, true, environment).read('sage.password')).toBe('plain');
    expect(of(acme, false, environment).read('sage.password')).toBeNull();
    const own = { ...environment, PLUMBLINE_SAGE_PASSWORD__ACME: 'own' };
    expect(of(acme, true, own).read('sage.password')).toBe('own');
  });

  it('name their own variable when the environment sets them', () => {
    const written = of(borealis, false, { PLUMBLINE_SAGE_PASSWORD__BOREALIS_WEST: 'set' }).write(
      'sage.password',
      'new',
    );
    expect(!written.ok && written.sentence).toContain('PLUMBLINE_SAGE_PASSWORD__BOREALIS_WEST');
  });

  it('are forgotten with their company, and the others stay', () => {
    const { all } = open();
    all.of(acme, false).write('sage.password', 'of acme');
    all.of(borealis, false).write('sage.password', 'of borealis');
    expect(all.forget(acme)).toBeNull();
    expect(open().all.of(acme, false).has('sage.password')).toBe(false);
    expect(open().all.of(borealis, false).read('sage.password')).toBe('of borealis');
  });
});

describe('the log', () => {
  it('never holds a secret, in whatever form it comes along', () => {
    const secrets = open();
    secrets.write('clearstory.keyId', 'canary-key');
    secrets.write('clearstory.secret', 'canary-secret');
    const logger = createLogger({
      folder: join(folder, 'logs'),
      knownSecrets: secrets.all.values,
      level: () => 'info',
    });
    const basic = Buffer.from('canary-key:canary-secret').toString('base64');
    logger.info('sync.done', { side: 'sage', rows: 12, ok: true });
    logger.warn('http.failed', { detail: `sent canary-secret and Authorization: Basic ${basic}`, header: basic });
    logger.error('odbc.failed canary-secret', { text: 'Driver=x;UID=canary-user;PWD={canary;}}pw};Database=Books' });
    logger.error('odd', { password: 'canary-plain', connectionString: 'canary-string' });
    const text = readFileSync(join(folder, 'logs', 'plumbline.log'), 'utf8');
    expect(text.split('\n').filter((line) => line !== '')).toHaveLength(4);
    expect(text).toMatch(/^\d{4}-\d\d-\d\dT[\d:.]+Z info sync\.done \{"side":"sage","rows":12,"ok":true\}/);
    expect(text).not.toContain('Database=Books');
    expect(text).toContain('[connection string]');
    expect(text).not.toContain('canary');
    expect(text).not.toContain(basic);
    expect(statSync(join(folder, 'logs', 'plumbline.log')).mode & 0o777).toBe(0o600);
  });

  it('says once, in a line without a stack, that its file takes nothing', () => {
    mkdirSync(join(folder, 'logs', 'plumbline.log'), { recursive: true });
    const said: string[] = [];
    const { write } = process.stderr;
    Object.assign(process.stderr, { write: (text: string) => said.push(text) > 0 });
    try {
      const logger = createLogger({ folder: join(folder, 'logs'), knownSecrets: () => [], level: () => 'info' });
      for (let line = 0; line < 3; line += 1) logger.info('sync.done');
    } finally {
      Object.assign(process.stderr, { write });
    }
    expect(said).toEqual([`The log cannot be written: ${join(folder, 'logs', 'plumbline.log')} (EISDIR).\n`]);
  });

  it('writes debug lines only while its level is debug, and asks for it at every line', () => {
    let level: LogLevel = 'warn';
    const logger = createLogger({ folder: join(folder, 'logs'), knownSecrets: () => [], level: () => level });
    const tellAll = () => {
      for (const name of logLevels) logger[name](`${level} ${name}`);
    };
    tellAll();
    level = 'debug';
    tellAll();
    const words = readFileSync(join(folder, 'logs', 'plumbline.log'), 'utf8').match(/(?<=Z \w+ ).+/g);
    expect(words).toEqual(['warn error', 'warn warn', 'debug error', 'debug warn', 'debug info', 'debug debug']);
  });

  it('ends debug by itself after an hour, however the clock on the wall is set', () => {
    let ms = 1000;
    let now = '2026-11-30T08:00:00.000Z';
    const level = createLogLevel(() => 'warn', { now: () => now, monotonicMs: () => ms });
    level.startDebug();
    expect([level.now(), level.debugUntil()]).toEqual(['debug', '2026-11-30T09:00:00.000Z']);
    now = '2026-11-30T12:00:00.000Z';
    ms += 3_599_999;
    expect(level.now()).toBe('debug');
    ms += 1;
    expect([level.now(), level.debugUntil()]).toEqual(['warn', null]);
  });

  it('is written wherever Plumbline is started from', () => {
    const logger = JSON.stringify(join(import.meta.dirname, '../../electron/hosts/logger.ts'));
    const program = `const { createLogger } = await import(${logger});
      createLogger({ folder: 'logs', knownSecrets: () => [], level: () => 'info' }).info('process.started');`;
    // A service is started in a folder of the system, above which no package.json is.
    spawnSync(process.execPath, ['--input-type=module', '--eval', program], { cwd: folder, stdio: 'inherit' });
    expect(readFileSync(join(folder, 'logs', 'plumbline.log'), 'utf8')).toContain('info process.started');
  });

  it('is rotated before it fills the disk', () => {
    const logger = createLogger({ folder: join(folder, 'logs'), knownSecrets: () => [], level: () => 'info' });
    const long = 'x'.repeat(1024 * 1024);
    for (let line = 0; line < 16; line += 1) logger.info('long', { line, long });
    expect(statSync(join(folder, 'logs', 'plumbline.log')).size).toBeLessThan(4 * 1024 * 1024);
    expect(readFileSync(join(folder, 'logs', 'plumbline.5.log'), 'utf8')).not.toBe('');
    expect(() => statSync(join(folder, 'logs', 'plumbline.6.log'))).toThrow();
  });
});

describe('redaction', () => {
  const cases: readonly [string, string][] = [
    ['Pwd=abc;Server=x', 'Pwd=[hidden];Server=x'],
    ['PASSWORD = "a b;c" and more', 'PASSWORD = [hidden] and more'],
    ['UID=sa;PWD={a}};b};Encrypt=yes', 'UID=[hidden];PWD=[hidden];Encrypt=yes'],
    ['Authorization: Basic YWJj next', 'Authorization: [hidden] next'],
    ['{"authorization":"Bearer x.y"}', '{"authorization":"[hidden]"}'],
    ['Driver={ODBC 18};Server=BOOKS\\SAGE;Database=Acme;Encrypt=yes', '[connection string]'],
    ['SERVER=books;UID=sa;PWD={x;y}};z}; then', '[connection string] then'],
    ['https://jane:pw@hooks.example/a?token=abc next', 'https://[hidden]@hooks.example/a?[hidden] next'],
    ['sent to jane.doe@acme.example', 'sent to [e-mail address]'],
    ['at C:\\Users\\jane\\AppData\\x.js:3', 'at C:\\Users\\[user]\\AppData\\x.js:3'],
    ['at /home/jane/plumbline/x.js:3', 'at /home/[user]/plumbline/x.js:3'],
    ['Cost code 12162420.100 of liquid', 'Cost code 12162420.100 of liquid'],
  ];
  it.each(cases)('%s', (text, safe) => {
    expect(redact(text, [])).toBe(safe);
  });

  it('hides a longer secret whole when a shorter one is part of it', () => {
    expect(redact('abcdef', ['abcd', 'abcdef'])).toBe('[hidden]');
  });
});
