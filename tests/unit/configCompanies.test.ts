import { describe, expect, it } from 'vitest';
import { companyIdOf, companyIdSchema, proposeCompanyId } from '#shared/domain/company.ts';
import { knownCompanies } from '../../electron/hosts/companies/knownCompanies.ts';
import type { CompanyEntry } from '../../electron/hosts/config.ts';
import { parseConfig } from '../../electron/hosts/configFile.ts';

const database = (name: string) => ({
  kind: 'odbc',
  dialect: 'mssql',
  connection: { server: 'OFFICE\\SAGE100CON', database: name },
});
const acme = { id: 'acme', name: 'Acme Builders', sage: database('Acme') };
const west = { id: 'acme-west', name: 'Acme West', sage: database('Acme West') };

function refused(config: unknown): string {
  const parsed = parseConfig(JSON.stringify(config), 'File c.json');
  if (parsed.ok) throw new Error('This was expected to be refused');
  return parsed.failure.sentence;
}

describe('several companies in a configuration file', () => {
  it.each<[string, unknown, string]>([
    [
      'a company beside the list',
      { companies: [acme], company: { id: 'x', name: 'X' } },
      'company stands beside companies',
    ],
    [
      'a key of one company beside the list',
      { companies: [acme], timeZone: 'America/Denver' },
      'timeZone stands beside',
    ],
    ['an empty list', { companies: [] }, 'companies is []; it must be a list of 1 to 50'],
    [
      'an id twice',
      { companies: [acme, { ...west, id: 'acme' }] },
      'companies.1.id is "acme", and so is companies.0.id',
    ],
    [
      'the same database twice, however it is written',
      { companies: [acme, { ...west, sage: database('ACME') }] },
      'companies.1.sage is the same company as companies.0.sage',
    ],
    [
      'two sample companies',
      { companies: [1, 2].map((n) => ({ ...acme, id: `s${n}`, sage: { kind: 'sample' } })) },
      'companies.1.sage',
    ],
    [
      'a company without books',
      { companies: [{ id: 'acme', name: 'Acme' }] },
      'companies.0.sage is missing; it must be { "kind"',
    ],
    ['a wrong id', { companies: [{ ...acme, id: 'Acme' }] }, 'companies.0.id is "Acme"; it must be lower-case letters'],
    [
      'an unknown key',
      { companies: [{ ...acme, timezone: 'x' }] },
      'companies.0.timezone is not a key; known are id, name, sage, clearstory',
    ],
    [
      'a wrong value deep inside',
      { companies: [acme, { ...west, schedule: { pushMinutes: 0 } }] },
      'companies.1.schedule.pushMinutes is 0; it must be a whole number from 1 to 1440.',
    ],
  ])('%s is refused by its key', (_name, config, words) => {
    expect(refused(config)).toContain(words);
  });

  it('are known in their order, each with its own keys, and the person of the file', () => {
    const parsed = parseConfig(
      JSON.stringify({ companies: [{ ...acme, timeZone: 'America/Denver' }, west], person: 'Dana' }),
      'File',
    );
    if (!parsed.ok) throw new Error(parsed.failure.sentence);
    const known = knownCompanies(parsed.value, {
      companies: null,
      lastChosen: null,
      trustedServers: [],
      enrolled: {},
      enrolments: [],
    });
    expect(known.map(({ id, config }) => [id, config.timeZone, config.person])).toEqual([
      ['acme', 'America/Denver', 'Dana'],
      ['acme-west', undefined, 'Dana'],
    ]);
    expect(known.every(({ origin, plainSecrets }) => origin === 'file' && !plainSecrets)).toBe(true);
  });
});

describe('which companies are known', () => {
  const entered: CompanyEntry = { id: companyIdOf('entered'), name: 'Entered', sage: { kind: 'sample' } };
  const ids = (config: Parameters<typeof knownCompanies>[0], companies: CompanyEntry[] | null) =>
    knownCompanies(config, { companies, lastChosen: null, trustedServers: [], enrolled: {}, enrolments: [] }).map(
      ({ id, origin }) => `${id} ${origin}`,
    );

  it('is the sample company while nothing names one', () => {
    expect(ids({}, null)).toEqual(['sample sample']);
    expect(ids({ timeZone: 'America/Denver' }, null)).toEqual(['sample sample']);
  });

  it('is what was entered, in place of the sample company', () => {
    expect(ids({ person: 'Dana' }, [entered])).toEqual(['entered screen']);
  });

  it('is what the file names, then what was entered', () => {
    const company = { id: companyIdOf('acme'), name: 'Acme' };
    expect(ids({ company }, [entered])).toEqual(['acme file', 'entered screen']);
    expect(ids({ clearstory: { baseUrl: 'https://c.example' } }, null)).toEqual(['sample-own-cloud file']);
  });

  it('is what the file says of a short name that was entered as well', () => {
    expect(ids({ company: { id: entered.id, name: 'By the file' } }, [entered])).toEqual(['entered file']);
  });
});

describe('the short name that is proposed', () => {
  const free = () => false;
  it.each([
    ['Acme Builders, Inc.', 'acme-builders-inc'],
    ['  Zoë & Søn  ', 'zoe-s-n'],
    ['日本', 'company'],
    ['', 'company'],
    ['-- 2nd Street --', '2nd-street'],
    ['A very long name of a company that never ends', 'a-very-long-name-of-a-company-that'],
  ])('of %j is %s', (name, id) => {
    expect(proposeCompanyId(name, free)).toBe(id);
    expect(companyIdSchema.safeParse(id).success).toBe(true);
  });

  it('gets a number when it is taken', () => {
    expect(proposeCompanyId('Acme', (id) => ['acme', 'acme-2'].includes(id))).toBe('acme-3');
  });
});
