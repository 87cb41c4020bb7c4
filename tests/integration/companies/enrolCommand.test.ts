import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runCommandLine } from '../../../electron/cli/cli.ts';
import { verbs } from '../../../electron/cli/verbs.ts';
import type { Home } from '../../../electron/hosts/homeFolder.ts';
import { noPolicy } from '../../../electron/hosts/policy/policy.ts';
import { newHome } from './rig.ts';

const company = (name: string) => ({
  id: 'acme',
  name,
  sage: { kind: 'sample' },
  secrets: { 'clearstory.keyId': 'key-1', 'clearstory.secret': 'canary-3f' },
});

function put(home: Home, name: string): string {
  const file = join(home.folder, '..', 'given.json');
  writeFileSync(file, JSON.stringify({ expires: '2999-12-31', preparedBy: 'Lee, IT', companies: [company(name)] }));
  return file;
}

async function enrol(home: Home, words: readonly string[], answers: readonly (string | null)[] = []) {
  const asked: string[] = [];
  let said = '';
  const say = (text: string) => {
    said += text;
  };
  const code = await runCommandLine(
    {
      words: ['enrol', ...words, '--home', home.folder],
      environment: {},
      write: say,
      writeError: say,
      question: async (text) => {
        asked.push(text);
        return answers[asked.length - 1] ?? null;
      },
      interrupted: new Promise(() => undefined),
      readPolicy: async () => noPolicy,
      app: { folder: '', version: '0.1.0', workerFile: '' },
    },
    verbs,
  );
  return { code, said, asked };
}

const names = (home: Home) =>
  (JSON.parse(readFileSync(home.companiesFile, 'utf8')) as { companies: { name: string }[] }).companies.map(
    ({ name }) => name,
  );

describe('enrol on the command line', () => {
  it('asks nothing where nothing is in the way, and the file is gone', async () => {
    const home = newHome();
    const file = put(home, 'Acme');
    const done = await enrol(home, [file]);
    expect([done.code, done.asked, existsSync(file)]).toEqual([0, [], false]);
    expect(done.said).toContain('The enrolment of Lee, IT connected Acme.');
    expect(done.said).not.toContain('canary-3f');
  });

  it.each([['no'], ['y'], [''], [null]])('replaces nothing at the answer %j, and leaves the file', async (answer) => {
    const home = newHome();
    await enrol(home, [put(home, 'Acme')]);
    const file = put(home, 'Acme anew');
    const refused = await enrol(home, [file], [answer]);
    expect(refused.code).toBe(1);
    expect(refused.asked).toEqual(['Replace what is there? Type yes to replace it: ']);
    expect(refused.said).toContain('acme is on this computer already');
    expect(refused.said).toContain('Nothing was replaced.');
    expect([names(home), existsSync(file)]).toEqual([['Acme'], true]);
  });

  it.each([
    ['the answer yes', [], [' YES '], 1],
    ['--replace, without a question', ['--replace'], [], 0],
  ] as const)('replaces what is there at %s', async (_, more, answers, questions) => {
    const home = newHome();
    await enrol(home, [put(home, 'Acme')]);
    const file = put(home, 'Acme anew');
    const done = await enrol(home, [file, ...more], answers);
    expect([done.code, done.asked.length]).toEqual([0, questions]);
    expect([names(home), existsSync(file)]).toEqual([['Acme anew'], false]);
  });

  it('says that a file is wrong, in a code that a script can go by', async () => {
    const home = newHome();
    const refused = await enrol(home, [join(home.folder, 'none.json'), '--json']);
    expect(refused.code).toBe(1);
    expect(refused.said).toContain('There is no such file.');
    expect((await enrol(home, [])).code).toBe(2);
  });
});
