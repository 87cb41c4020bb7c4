import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { configSchema } from '../../electron/hosts/config.ts';
import { parseConfig, readConfigFile } from '../../electron/hosts/configFile.ts';
import { configKeys, describeConfig } from '../../electron/hosts/configWords.ts';

function refusalOf(value: unknown): string {
  const parsed = parseConfig(JSON.stringify(value), 'File c.json');
  if (parsed.ok) throw new Error('It was accepted');
  return parsed.failure.sentence;
}

describe('a configuration file', () => {
  it('may be empty', () => {
    expect(parseConfig('{}', 'File')).toEqual({ ok: true, value: {} });
  });

  it('is read with the byte order mark that Windows editors write', () => {
    expect(parseConfig('\uFEFF{"timeZone":"America/Denver"}', 'File').ok).toBe(true);
  });

  it.each(['utf-8', 'utf-16le', 'utf-16be'])('is read as %s with its mark, as Windows PowerShell writes it', (form) => {
    const folder = mkdtempSync(join(tmpdir(), 'plumbline-config-'));
    const file = join(folder, 'c.json');
    const bytes = Buffer.from('\uFEFF{"person":"Zoë"}', form === 'utf-8' ? 'utf8' : 'utf16le');
    writeFileSync(file, form === 'utf-16be' ? bytes.swap16() : bytes);
    const read = readConfigFile(file);
    rmSync(folder, { recursive: true });
    expect(read).toEqual({ ok: true, value: { person: 'Zoë' } });
  });

  it('is refused with the key of an alarm’s address that would go out unencrypted', () => {
    const sentence = refusalOf({ alarms: { webhook: { url: 'http://a.example' }, email: { server: 'no name' } } });
    expect(sentence).toContain('alarms.webhook.url: “http://a.example” is not an https address');
    expect(sentence).toContain('alarms.email.server: “no name” is not the name of a mail server');
  });

  it('describes a real company in full', () => {
    const parsed = parseConfig(
      JSON.stringify({
        company: { id: 'cascade-ridge', name: 'Cascade Ridge Builders' },
        sage: {
          kind: 'odbc',
          dialect: 'mssql',
          connection: { server: 'OFFICE\\SAGE100CON', database: 'Cascade; Ridge', user: 'plumbline' },
        },
        clearstory: { baseUrl: 'https://web-api.clearstory.build' },
        schedule: { pushMinutes: 2 },
        timeZone: 'America/Denver',
        writeBack: { labels: true },
        defaults: { phase: '1', statusMap: { approved_co_issued: '2' } },
        person: 'Dana Whitfield',
      }),
      'File',
    );
    expect(parsed.ok && parsed.value.sage).toEqual({
      kind: 'odbc',
      dialect: 'mssql',
      companionDatabase: 'PlumblineCompanion',
      connection: {
        driver: 'automatic',
        server: 'OFFICE\\SAGE100CON',
        database: 'Cascade; Ridge',
        user: 'plumbline',
        encrypt: 'yes',
        trustServerCertificate: false,
      },
    });
  });

  const cases: readonly [string, unknown, string][] = [
    [
      'a wrong number',
      { schedule: { pullMinutes: 0 } },
      'schedule.pullMinutes is 0; it must be a whole number from 1 to 1440.',
    ],
    [
      'text for a number',
      { schedule: { pullMinutes: '30' } },
      'schedule.pullMinutes is "30"; it must be a whole number from 1 to 1440.',
    ],
    ['an unknown key', { shedule: {} }, 'shedule is not a key; known are company, sage, clearstory'],
    [
      'an unknown key inside',
      { writeBack: { label: true } },
      'writeBack.label is not a key; known are labels, jobNumber.',
    ],
    ['a wrong time zone', { timeZone: 'Tacoma' }, 'timeZone is "Tacoma"; it must be an IANA name'],
    ['a missing part', { company: { id: 'a' } }, 'company.name is missing; it must be text of 1 to 100 characters.'],
    [
      'a company id with a path',
      { company: { id: '../x', name: 'X' } },
      'company.id is "../x"; it must be lower-case letters',
    ],
    [
      'an address without encryption',
      { clearstory: { baseUrl: 'http://clearstory.example' } },
      'clearstory.baseUrl is "http://clearstory.example"; it must be an https:// address',
    ],
    [
      'another dialect',
      { sage: { kind: 'odbc', dialect: 'mysql', connection: {} } },
      'sage.dialect is "mysql"; it must be "mssql"',
    ],
    [
      'a connection without server',
      { sage: { kind: 'odbc', dialect: 'mssql', connection: { database: 'X' } } },
      'sage.connection.server is missing; it must be text such as',
    ],
    [
      'a driver that is a library file',
      { sage: { kind: 'odbc', dialect: 'sqlite', connection: { driver: '/tmp/evil.so', database: '/x' } } },
      'sage.connection.driver',
    ],
    ['another kind', { sage: { kind: 'sql' } }, 'sage'],
    [
      'a status that Sage does not have',
      { defaults: { statusMap: { rejected: '7' } } },
      'defaults.statusMap.rejected is "7"; it must be COR status',
    ],
    ['no object at all', [], 'The file is []'],
  ];
  it.each(cases)('names key, value and allowed form: %s', (_name, value, words) => {
    const sentence = refusalOf(value);
    expect(sentence).toContain('File c.json: ');
    expect(sentence).toContain(words);
  });

  it('names everything that is wrong at once', () => {
    const sentence = refusalOf({ timeZone: 'x', schedule: { pushMinutes: -1 } });
    expect(sentence).toContain('timeZone');
    expect(sentence).toContain('schedule.pushMinutes');
  });

  it('never repeats a password that was put where none belongs', () => {
    const connection = 'Driver={SQL Server};Server=x;UID=u;PWD=hunter22';
    expect(refusalOf({ sage: { kind: 'odbc', dialect: 'mssql', connection } })).not.toContain('hunter22');
    expect(refusalOf({ clearstory: { baseUrl: 'https://key:hunter22@clearstory.example' } })).not.toContain('hunter22');
    expect(refusalOf({ timeZone: { password: 'hunter22' } })).not.toContain('hunter22');
  });

  it('is refused in words when it is not JSON or not there', () => {
    const folder = mkdtempSync(join(tmpdir(), 'plumbline-config-'));
    const file = join(folder, 'c.json');
    writeFileSync(file, '{"a":1,}');
    const broken = readConfigFile(file);
    expect(!broken.ok && broken.failure.sentence).toContain(`${file} is not JSON`);
    const missing = readConfigFile(join(folder, 'none.json'));
    expect(!missing.ok && missing.failure.sentence).toContain('There is no such file.');
    rmSync(folder, { recursive: true });
  });
});

describe('the description of the configuration', () => {
  const described = new Set(configKeys.map(({ key }) => key));

  it('names every key of the schema', () => {
    for (const key of keysOf(configSchema, '')) expect(described, key).toContain(key);
  });

  it('names no key that the schema does not have', () => {
    const known = new Set(keysOf(configSchema, ''));
    for (const key of described) expect(known, key).toContain(key);
  });

  it('is plain text', () => {
    expect(describeConfig()).toContain('schedule.pushMinutes\n    Approved change orders into Sage.');
  });
});

/** Paths of all object keys of a schema, through unions and optional parts; lists and maps are one key. */
function keysOf(schema: unknown, path: string): readonly string[] {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return keysOf(schema.unwrap(), path);
  if (schema instanceof z.ZodUnion) return [...new Set(schema.options.flatMap((option) => keysOf(option, path)))];
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries(schema.shape).flatMap(([name, inner]) => {
    const key = path === '' ? name : `${path}.${name}`;
    return [key, ...keysOf(inner, key)];
  });
}
