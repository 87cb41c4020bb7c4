import { describe, expect, it } from 'vitest';
import { readingOf } from '../../../electron/hosts/policy/readRegistry.ts';
import { parseRegistryOutput, policyRegistryKey } from '../../../electron/hosts/policy/registryOutput.ts';

const root = policyRegistryKey;

/** As `reg query … /s` writes: an empty line, each key, and its values indented by four spaces. */
function printed(...keys: readonly (readonly [string, readonly string[]])[]): string {
  return `\r\n${keys.map(([key, values]) => [key, ...values.map((value) => `    ${value}`), ''].join('\r\n')).join('\r\n')}\r\n`;
}

describe('what reg query prints', () => {
  it('gives texts, numbers and lists by the names of their values', () => {
    const output = printed([
      root,
      [
        'schedule.pushMinutes    REG_DWORD    0xa',
        'timeZone    REG_SZ    America/Denver',
        'procoreRules.approvers.invoice    REG_MULTI_SZ    dana\\0ACME\\lee',
        'writeBack.labels    REG_DWORD    0x0',
      ],
    ]);
    expect(parseRegistryOutput(output)).toEqual([
      { path: 'schedule.pushMinutes', value: 10 },
      { path: 'timeZone', value: 'America/Denver' },
      { path: 'procoreRules.approvers.invoice', value: ['dana', 'ACME\\lee'] },
      { path: 'writeBack.labels', value: 0 },
    ]);
  });

  it('gives what stands in keys below by its path', () => {
    const output = printed(
      [root, []],
      [`${root}\\Companies`, ['acme/writing.mode    REG_SZ    readOnly']],
      [`${root}\\Companies\\borealis`, ['timeZone    REG_SZ    America/Boise']],
    );
    expect(parseRegistryOutput(output)).toEqual([
      { path: 'Companies/acme/writing.mode', value: 'readOnly' },
      { path: 'Companies/borealis/timeZone', value: 'America/Boise' },
    ]);
  });

  it.each(['(Default)', '(Standard)', '(par défaut)', '(既定)'])(
    'leaves out the unnamed value, as Windows calls it: %s',
    (name) => {
      const output = printed([root, [`${name}    REG_SZ    x`, 'timeZone    REG_SZ    America/Denver']]);
      expect(parseRegistryOutput(output)).toEqual([{ path: 'timeZone', value: 'America/Denver' }]);
    },
  );

  it('keeps letters of every alphabet, and spaces inside a value', () => {
    const output = printed([root, ['person    REG_SZ    Žofie  Østergård 北京']]);
    expect(parseRegistryOutput(output)).toEqual([{ path: 'person', value: 'Žofie  Østergård 北京' }]);
  });

  it('gives an empty text as one', () => {
    const output = printed([root, ['defaults.phase    REG_SZ    ', 'defaults.primeCostCode    REG_SZ']]);
    expect(parseRegistryOutput(output).map(({ value }) => value)).toEqual(['', '']);
  });

  it('keeps the lines of a text together', () => {
    const output = printed([root, ['defaults.template    REG_SZ    [', '], ', 'timeZone    REG_SZ    UTC']]);
    expect(parseRegistryOutput(output)[0]?.value).toBe('[\n    ], ');
    expect(parseRegistryOutput(output)[1]).toEqual({ path: 'timeZone', value: 'UTC' });
  });

  it('gives a type that no setting has as something that no setting takes', () => {
    const output = printed([root, ['timeZone    REG_BINARY    00FF']]);
    expect(parseRegistryOutput(output)).toEqual([{ path: 'timeZone', value: { type: 'REG_BINARY' } }]);
  });

  it('says nothing about keys of others, whose names begin like ours', () => {
    const output = printed([`${root}Other`, ['timeZone    REG_SZ    UTC']]);
    expect(parseRegistryOutput(output)).toEqual([]);
  });
});

describe('asking the registry', () => {
  it('knows a key that is not there by exit code 1 and silence', () => {
    expect(readingOf({ error: { code: 1 }, output: '', errors: 'ERROR: …' }, root)).toEqual({ kind: 'missing' });
  });

  it('tells a program that cannot be started or gives no answer', () => {
    expect(readingOf({ error: { code: 'ENOENT' }, output: '', errors: '' }, root)).toEqual({
      kind: 'failed',
      why: 'error ENOENT',
    });
    expect(readingOf({ error: { code: null, killed: true }, output: '', errors: '' }, root)).toEqual({
      kind: 'failed',
      why: 'no answer within 15 seconds',
    });
  });
});
