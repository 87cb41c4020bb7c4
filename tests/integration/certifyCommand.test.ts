import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EntryField, EntryGrid, EntrySheet } from '#shared/domain/plans/entrySheet.ts';
import { runCommandLine } from '../../electron/cli/cli.ts';
import { verbs } from '../../electron/cli/verbs.ts';
import { noPolicy } from '../../electron/hosts/policy/policy.ts';
import { openSqlite } from '../../electron/sage/connection/sqlite.ts';
import { program } from '../program.ts';
import { saveInSage } from './engine/sageProgram.ts';

const workerFile = program('electron/worker.ts');

let folder: string;
let home: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-certify-'));
  home = join(folder, 'home');
  mkdirSync(join(folder, 'dist', 'renderer'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command; `answer` gets each question and everything that was said since the one before. */
async function certify(words: readonly string[], answer: (question: string, said: string) => Promise<string | null>) {
  let out = '';
  let err = '';
  let heard = 0;
  const code = await runCommandLine(
    {
      words: ['certify', ...words, '--home', home],
      environment: {},
      write: (text) => {
        out += text;
      },
      writeError: (text) => {
        err += text;
      },
      question: (question) => {
        const said = out.slice(heard);
        heard = out.length;
        return answer(question, said);
      },
      interrupted: new Promise(() => undefined),
      readPolicy: async () => noPolicy,
      app: { folder, version: '0.1.0', workerFile },
    },
    verbs,
  );
  return { code, out, err };
}

const inSage = async (sql: string, ...parameters: (string | null)[]) => {
  const connection = await openSqlite({ file: join(home, 'sample-company.db') });
  const rows = await connection.query(sql, parameters);
  await connection.close();
  return rows;
};

/** Reads what the command printed as a person would: labels, values and tables. */
function sheetIn(said: string): EntrySheet {
  const [, body = ''] = said.split('and save it:\n\n');
  const [head = '', ...tables] = body.trimEnd().split('\n\n');
  const header = head.split('\n').map((line) => field(line.trim().split(/\s{2,}/)));
  return { title: '', screen: '6-4-1', header, grids: tables.map(gridIn) };
}

function field([label = '', value = '']: readonly string[]): EntryField {
  const [was, now] = value.split(' → ');
  const empty = (text: string | undefined) => (text === 'empty' ? '' : (text ?? ''));
  return now === undefined ? { label, value } : { label, value: empty(now), was: empty(was) };
}

function gridIn(text: string): EntryGrid {
  const [title = '', titles = '', rule = '', ...lines] = text.split('\n');
  const places = [...rule.matchAll(/-+/g)].map(({ index, 0: dashes }) => [index, index + dashes.length] as const);
  const cells = (line: string) => places.map(([from, to]) => line.slice(from, to).trim());
  const labels = cells(titles);
  const numbered = labels[0] === 'Line';
  const own = numbered ? labels.slice(1) : labels;
  return {
    title: title.trim(),
    columns: own.map((label) => ({ label, figure: false })),
    rows: lines.map((line) => {
      const [first = '', ...rest] = cells(line);
      const values = numbered ? rest : [first, ...rest];
      return {
        line: numbered && first !== 'new' ? first : null,
        fields: values.map((value, index) => field([own[index] ?? '', value])),
      };
    }),
  };
}

describe('plumbline certify', () => {
  it('leads from the first entry to the last: what it prints is all that has to be typed', async () => {
    const { code, out } = await certify(['--job', '2401'], async (question, said) => {
      if (!question.includes('Press Enter')) throw new Error(`Not expected: ${said} ${question}`);
      await saveInSage({ inSage }, sheetIn(said), { user: 'supervisor' });
      return '';
    });
    expect(out).toContain('Entry 5 of 5: The approved change order voided');
    expect(out).toContain('Every entry is certified.');
    expect(code).toBe(0);
  });

  it('says what is missing, asks for a reason for a difference, and ends where none is given', async () => {
    let asked = 0;
    let shown = '';
    const { code, out, err } = await certify(['--job', '2401'], async (question, said) => {
      asked += 1;
      if (asked === 1) {
        shown = said;
        return '';
      }
      if (!question.includes('Press Enter'))
        return question.includes('Why') && asked === 3 ? 'Only a report uses it' : null;
      await saveInSage({ inSage }, sheetIn(shown), {
        user: 'supervisor',
        stores: (table, column, value) =>
          table !== 'prmchg' ? value : column === 'cstamt' ? '0.00' : column === 'reason' ? 'Other' : value,
      });
      return '';
    });
    expect(err).toContain('Nothing has changed in Sage yet');
    expect(out).toContain('Change Order (6-4-1), Reason: Sage Other, Plumbline Certification.');
    expect(out).toContain('Ended after 0 of 5 entries.');
    expect(code).toBe(1);
  });

  it('shows every row of a field before it asks for a reason, for the reason holds for all of them', async () => {
    let shown = '';
    let judged = '';
    await certify(['--job', '2401'], async (question, said) => {
      if (question.includes('Why')) {
        judged = said;
        return said.includes('Budget and Sub Change Details') ? null : 'The total follows its lines';
      }
      shown = said;
      let row = 0;
      await saveInSage({ inSage }, sheetIn(shown), {
        user: 'supervisor',
        stores: (table, column, value) => {
          if (table !== 'sbcgln' || column !== 'bdgprc') return value;
          row += 1;
          return `${row}.11`;
        },
      });
      return '';
    });
    const lines = judged.split('\n').filter((line) => line.includes('Plumbline '));
    expect(judged).toContain('Budget and Sub Change Details (6-4-1), Budget Amount');
    expect(lines.map((line) => /Sage (\S+),/.exec(line)?.[1])).toEqual(['1.11', '2.11']);
    expect(judged).toContain('differs in 2 rows');
  });

  it('needs a job', async () => {
    const { code, err } = await certify([], async () => null);
    expect(err).toContain('--job is missing');
    expect(code).toBe(2);
  });
});
