import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { registryPolicy } from '../../electron/hosts/policy/policySource.ts';
import { readRegistry } from '../../electron/hosts/policy/readRegistry.ts';
import { policyRegistryKey } from '../../electron/hosts/policy/registryOutput.ts';

/**
 * The real process call, with a small script in place of `cmd.exe`: it writes down what it was started with and prints what was recorded.
 * Outside Windows a path with backslashes is the name of a file like any other, which is looked for in PATH.
 */

const key = policyRegistryKey;
const above = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies';
const deniedWords = 'ERROR: Access is denied.';
const missingWords = 'ERROR: The system was unable to find the specified registry key or value.';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-registry-'));
  vi.stubEnv('PATH', `${folder}:${process.env.PATH}`);
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

type Answer = { readonly out?: string; readonly error?: string; readonly code?: number; readonly silent?: boolean };

/** `answers`: by the key that is asked for. */
function standIn(answers: Readonly<Record<string, Answer>>, file = 'C:\\Windows\\System32\\cmd.exe'): void {
  const script = `#!${process.execPath}
const { appendFileSync } = require('node:fs');
const words = process.argv.slice(2);
appendFileSync(${JSON.stringify(join(folder, 'asked'))}, JSON.stringify(words) + '\\n');
const [, key = ''] = / query "(.*?)"/.exec(words.at(-1)) ?? [];
const { out = '', error = '', code = 0, silent = false } = ${JSON.stringify(answers)}[key] ?? { code: 9009 };
if (silent) setInterval(() => undefined, 1000);
else process.stdout.write(out, () => process.stderr.write(error, () => process.exit(code)));
`;
  writeFileSync(join(folder, file), script);
  chmodSync(join(folder, file), 0o755);
}

const asked = () =>
  readFileSync(join(folder, 'asked'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as string[]);

const lines = (...all: string[]) => `\r\n${all.join('\r\n')}\r\n\r\n`;

describe.skipIf(process.platform === 'win32')('reading the registry by reg.exe', () => {
  it('starts the system’s own programs by their full paths, the console in UTF-8, and reads letters of every alphabet', async () => {
    standIn({
      [key]: { out: lines(key, '    person    REG_SZ    Žofie 北京', '    schedule.pushMinutes    REG_DWORD    0xa') },
    });
    expect(await readRegistry(key, {})).toEqual({
      kind: 'read',
      entries: [
        { path: 'person', value: 'Žofie 北京' },
        { path: 'schedule.pushMinutes', value: 10 },
      ],
    });
    const system = 'C:\\Windows\\System32';
    const command = `""${system}\\chcp.com" 65001 >nul & "${system}\\reg.exe" query "${key}" /s /reg:64"`;
    expect(asked()).toEqual([['/d', '/s', '/c', command]]);
  });

  it('finds them where this Windows is installed', async () => {
    standIn({ [key]: { out: lines(key) } }, 'D:\\WINNT\\System32\\cmd.exe');
    expect(await readRegistry(key, { SystemRoot: 'D:\\WINNT' })).toEqual({ kind: 'read', entries: [] });
  });

  it('knows that there is no such key, whatever the language in which Windows says so', async () => {
    standIn({
      [key]: { code: 1, error: 'FEHLER: Der angegebene Registrierungsschlüssel wurde nicht gefunden.\r\n' },
      [above]: { out: lines(`${above}\\Microsoft`, `${above}\\PlumblineOther`) },
    });
    expect(await readRegistry(key, {})).toEqual({ kind: 'missing' });
    expect(asked()[1]?.at(-1)).toContain(`query "${above}" /reg:64`);
  });

  it('knows that there is none where there is not even the key above it', async () => {
    standIn({ [key]: { code: 1, error: missingWords }, [above]: { code: 1, error: missingWords } });
    expect(await readRegistry(key, {})).toEqual({ kind: 'missing' });
  });

  it('tells a key that may not be read from one that is not there: its name stands in the key above', async () => {
    standIn({
      [key]: { code: 1, error: `${deniedWords}\r\n` },
      [above]: { out: lines(`${above}\\Microsoft`, `${above}\\plumbline`) },
    });
    const why = `the key is there and may not be read; Windows says: ${deniedWords}`;
    expect(await readRegistry(key, {})).toEqual({ kind: 'failed', why });
    const policy = await registryPolicy(() => readRegistry(key, {}))();
    expect(policy.all).toEqual(new Map([['writing.mode', 'readOnly']]));
    expect(policy.problems[0]?.sentence).toContain(why);
  });

  it('takes nothing of a policy of which a part may not be read', async () => {
    standIn({ [key]: { out: lines(key, '    timeZone    REG_SZ    UTC'), code: 1, error: deniedWords } });
    expect(await readRegistry(key, {})).toEqual({ kind: 'failed', why: `error 1; Windows says: ${deniedWords}` });
  });

  it('waits no longer than its limit, and ends what it started', async () => {
    standIn({ [key]: { silent: true } });
    expect(await readRegistry(key, {}, 1_500)).toEqual({ kind: 'failed', why: 'no answer within 1.5 seconds' });
  });

  it('says that the program cannot be started', async () => {
    expect(await readRegistry(key, { SystemRoot: 'E:\\nowhere' })).toEqual({ kind: 'failed', why: 'error ENOENT' });
  });

  it('refuses more than any policy can be', async () => {
    standIn({ [key]: { out: `${lines(key)}${'x'.repeat(4 * 1024 * 1024)}` } });
    expect(await readRegistry(key, {})).toMatchObject({ kind: 'failed' });
  });
});
