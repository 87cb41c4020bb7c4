import { describe, expect, it } from 'vitest';
import { valueAt } from '#shared/domain/settingLocks.ts';
import { standardSettings } from '#shared/domain/settings.ts';
import { type PolicyEntry, policyFor, policyOf } from '../../../electron/hosts/policy/policy.ts';
import { settingKeys, settingPath } from '../../../electron/hosts/settingKeys.ts';

const read = (...entries: readonly PolicyEntry[]) => policyOf(entries, 'the test');
const problemOf = (path: string, value: PolicyEntry['value']) => {
  const { all, companies, problems } = read({ path, value }, { path: 'timeZone', value: 'America/Denver' });
  expect([...all]).toEqual([['timeZone', 'America/Denver']]);
  expect(companies.size).toBe(0);
  return problems.map(({ sentence }) => sentence).join(' ');
};

/** Who chose, and a pause that ends by itself, are no settings that anybody could lock. */
const notSettings = ['pausedUntil', 'writing.by', 'writing.at'];

describe('the keys of a policy', () => {
  it('are every setting that a screen can change, and each stands where it is stored', () => {
    const leaves = (value: unknown, path: string): readonly string[] =>
      typeof value === 'object' && value !== null && !Array.isArray(value) && path !== 'procore.approvers'
        ? Object.entries(value).flatMap(([name, part]) => leaves(part, path === '' ? name : `${path}.${name}`))
        : [path];
    const stored = leaves(standardSettings, '').filter((path) => !notSettings.includes(path));
    const paths = settingKeys.filter(({ scope }) => scope === 'settings').map(({ key }) => settingPath(key));
    const approvers = (path: string) => path.startsWith('procore.approvers');
    expect(paths.filter((path) => !approvers(path)).toSorted()).toEqual(
      stored.filter((path) => !approvers(path)).toSorted(),
    );
    expect(paths.filter(approvers)).toHaveLength(8);
    expect(paths.filter((path) => !approvers(path) && valueAt(standardSettings, path) === undefined)).toEqual([]);
  });

  it('say in words what they allow', () => {
    expect(settingKeys.filter(({ meaning, form }) => meaning === '' || form === '')).toEqual([]);
  });
});

describe('a policy', () => {
  it('takes numbers, texts, yes and no, choices and lists as the registry has them', () => {
    const { all, problems } = read(
      { path: 'schedule.pushMinutes', value: 10 },
      { path: 'schedule.pullMinutes', value: '45' },
      { path: 'writeBack.labels', value: 1 },
      { path: 'writeBack.jobNumber', value: 'false' },
      { path: 'writing.mode', value: 'handEntry' },
      { path: 'defaults.statusMap.in_review', value: '(none)' },
      { path: 'defaults.primeCostCode', value: '(none)' },
      { path: 'procore.companyId', value: 562949 },
      { path: 'procoreRules.vendorTypes', value: ['all'] },
      { path: 'procoreRules.approvers.invoice', value: 'dana; ACME\\lee' },
      {
        path: 'defaults.template',
        value: ['[{"description":"Labor","costCode":"1.000","costType":"2",', '"percent":"100","multiplier":"1"}]'],
      },
    );
    expect(problems).toEqual([]);
    expect(Object.fromEntries(all)).toEqual({
      'schedule.pushMinutes': 10,
      'schedule.pullMinutes': 45,
      'writeBack.labels': true,
      'writeBack.jobNumber': false,
      'writing.mode': 'handEntry',
      'defaults.statusMap.in_review': '',
      'defaults.primeCostCode': '',
      'procore.companyId': '562949',
      'procoreRules.vendorTypes': null,
      'procoreRules.approvers.invoice': ['dana', 'ACME\\lee'],
      'defaults.template': [
        { description: 'Labor', costCode: '1.000', costType: '2', percent: '100', multiplier: '1' },
      ],
    });
  });

  it.each([
    ['schedule.pushMinutes', 0, 'schedule.pushMinutes is 0; it must be a whole number from 1 to 1440.'],
    ['clearstory.baseUrl', 'http://clearstory.example', 'it must be an https:// address'],
    ['writeBack.labels', 2, 'writeBack.labels is 2; it must be true or false.'],
    ['defaults.statusMap.draft', '7', '"1" … "6", or "" for not pushed ((none) for "").'],
    ['procoreRules.twoPersonsFrom', 'much', 'an amount as text such as "25000.00"'],
    ['schedule.pushMinuets', 5, 'schedule.pushMinuets is not a setting of this version.'],
    ['sage.connection.database', 'Acme', 'is of one company; it has to name which.'],
    ['Companies/Acme Builders/timeZone', 'UTC', '“acme builders” is not the short name of a company'],
    ['Companies/acme/person', 'Dana', 'person is for the whole computer, not for one company.'],
    ['person', 'Dana \uFFFD', 'person holds letters that could not be read from the registry.'],
  ] as const)('refuses %s = %s by itself, and everything else holds', (path, value, words) => {
    expect(problemOf(path, value)).toContain(words);
  });

  it.each(['', 'Companies/acme/'])('lets nothing be written where %swriting.mode is not understood', (place) => {
    const policy = read({ path: `${place}writing.mode`, value: 'readonly!' }, { path: 'timeZone', value: 'UTC' });
    expect(policyFor(policy, 'acme').get('writing.mode')).toBe('readOnly');
    expect(policy.problems).toMatchObject([
      {
        sentence: expect.stringContaining(
          'writing.mode is "readonly!"; it must be "readOnly", "handEntry" or "direct".',
        ),
        remedy: expect.stringContaining('Until then nothing is written into Sage.'),
      },
    ]);
  });

  it.each(['clearstory.secret', 'clearstory.keyId', 'procore.clientId', 'sage.password', 'Companies/acme/apiToken'])(
    'refuses %s: everybody in the domain can read a policy',
    (path) => {
      const words = problemOf(path, 'hunter2-hunter2');
      expect(words).toContain('looks like a secret');
      expect(words).not.toContain('hunter2');
    },
  );

  it('takes the addresses of Procore in pairs, and not beside one of its environments', () => {
    const half = read({ path: 'procore.loginBase', value: 'https://login.example' });
    expect([half.all.size, half.problems.length]).toEqual([0, 1]);
    const both = read(
      { path: 'procore.environment', value: 'federal' },
      { path: 'procore.loginBase', value: 'https://login.example' },
      { path: 'procore.apiBase', value: 'https://api.example' },
    );
    expect([...both.all]).toEqual([['procore.environment', 'federal']]);
    expect(both.problems).toHaveLength(1);
  });

  it('sets for one company what it does not set for all, and stands there above what is for all', () => {
    const policy = read(
      { path: 'timeZone', value: 'America/Denver' },
      { path: 'schedule.pullMinutes', value: 10 },
      { path: 'companies\\ACME\\timeZone', value: 'America/Boise' },
    );
    expect(Object.fromEntries(policyFor(policy, 'acme'))).toEqual({
      timeZone: 'America/Boise',
      'schedule.pullMinutes': 10,
    });
    expect(policyFor(policy, 'borealis').get('timeZone')).toBe('America/Denver');
  });
});
