import { describe, expect, it } from 'vitest';
import { readReleaseFile } from '#shared/domain/releaseNews.ts';
import { createReleaseCheck } from '../../electron/hosts/release/releaseCheck.ts';

const file = (changed: object = {}) => JSON.stringify({ version: '1.4.0', date: '2027-02-01', ...changed });

describe('the file that announces a version', () => {
  it('is news when its version is higher than the one that runs, number by number', () => {
    const newer = { version: '1.4.0', date: '2027-02-01', notes: null };
    expect(readReleaseFile(file(), '1.3.9')).toEqual(newer);
    expect(readReleaseFile(file(), '0.10.0')).toEqual(newer);
    expect(readReleaseFile(file({ version: '1.10.0' }), '1.9.0')).toMatchObject({ version: '1.10.0' });
    expect(readReleaseFile(file(), '1.4.0')).toBeNull();
    expect(readReleaseFile(file(), '1.4.1')).toBeNull();
    expect(readReleaseFile(file(), '2.0.0')).toBeNull();
    expect(readReleaseFile(file(), '1.4.0-beta.2')).toEqual(newer);
  });

  it('shows an address only of a host that is in the list of this program', () => {
    const notesOf = (notes: string) => {
      const read = readReleaseFile(file({ notes }), '1.0.0', ['notes.plumbline.test']);
      return read === null || read === 'unreadable' ? read : read.notes;
    };
    expect(notesOf('https://notes.plumbline.test/1.4')).toBe('https://notes.plumbline.test/1.4');
    const hostile = ['https://evil.test/', 'http://notes.plumbline.test/', 'https://notes.plumbline.test@evil.test/'];
    for (const notes of [
      ...hostile,
      'https://notes.plumbline.test:8443/',
      'file:///c:/x.exe',
      'https://notes.plumbline.test/a?b=c',
    ]) {
      expect(notesOf(notes), notes).toBeNull();
    }
    // Nothing is in the list of this version.
    expect(readReleaseFile(file({ notes: 'https://notes.plumbline.test/1.4' }), '1.0.0')).toMatchObject({
      notes: null,
    });
  });

  it('is nothing at all when it is not as agreed', () => {
    for (const text of [
      '',
      '<html>',
      '[]',
      file({ version: '1.4' }),
      file({ date: 'soon' }),
      `${file()}${' '.repeat(20_000)}`,
    ]) {
      expect(readReleaseFile(text, '1.0.0')).toBe('unreadable');
    }
  });
});

/** A day that passes by hand. */
function createCheck(
  answers: (string | number | Error)[],
  address: () => string | null = () => 'https://files.test/v.json',
) {
  let ms = 0;
  let timers: { readonly dueMs: number; readonly callback: () => void }[] = [];
  const asked: string[] = [];
  const logged: string[] = [];
  let told = 0;
  const note = (event: string) => void logged.push(event);
  const check = createReleaseCheck({
    clock: {
      now: () => new Date(ms).toISOString(),
      monotonicMs: () => ms,
      after: (delayMs, callback) => {
        const timer = { dueMs: ms + delayMs, callback };
        timers.push(timer);
        return () => {
          timers = timers.filter((one) => one !== timer);
        };
      },
    },
    random: { fraction: () => 0.5, uuid: () => '' },
    logger: { info: note, warn: note, error: note, debug: note } as never,
    version: '1.0.0',
    address,
    fetch: async (url) => {
      asked.push(url);
      const answer = answers.shift() ?? 404;
      if (answer instanceof Error) throw answer;
      return typeof answer === 'number' ? new Response('', { status: answer }) : new Response(answer);
    },
    onNews: () => {
      told += 1;
    },
  });
  const pass = async (hours: number) => {
    const until = ms + hours * 3_600_000;
    for (;;) {
      const next = timers.filter(({ dueMs }) => dueMs <= until).sort((a, b) => a.dueMs - b.dueMs)[0];
      if (next === undefined) break;
      ms = next.dueMs;
      timers = timers.filter((one) => one !== next);
      next.callback();
      for (let turn = 0; turn < 20; turn += 1) await Promise.resolve();
      await new Promise((resolve) => setImmediate(resolve));
    }
    ms = until;
  };
  return { check, pass, asked, logged, told: () => told, timers: () => timers.length };
}

describe('the daily question for a newer version', () => {
  it('is asked soon after the start, once a day, and tells when something is new', async () => {
    const { check, pass, asked, told } = createCheck([file(), file(), file({ version: '1.5.0' })]);
    check.start();
    expect(asked).toEqual([]);
    await pass(1);
    expect(check.news()).toMatchObject({ newer: { version: '1.4.0' } });
    await pass(24);
    expect(asked).toHaveLength(2);
    expect(told()).toBe(1);
    await pass(24);
    expect(check.news().newer?.version).toBe('1.5.0');
    expect(told()).toBe(2);
  });

  it('says nothing to anybody when it fails, keeps what was known, and asks again the next day', async () => {
    const { check, pass, logged, told } = createCheck([
      file(),
      500,
      new Error('down'),
      '<html>',
      file({ version: '2.0.0' }),
    ]);
    check.start();
    await pass(1 + 3 * 24);
    expect(check.news().newer?.version).toBe('1.4.0');
    expect(logged).toEqual(['release.notChecked', 'release.notChecked', 'release.notChecked']);
    await pass(24);
    expect(check.news().newer?.version).toBe('2.0.0');
    expect(told()).toBe(2);
  });

  it('is not asked without an address, and ends with the program', async () => {
    const { check, pass, asked, timers } = createCheck([], () => null);
    check.start();
    await pass(72);
    expect(asked).toEqual([]);
    check.stop();
    expect(timers()).toBe(0);
  });
});
