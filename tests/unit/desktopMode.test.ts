import { describe, expect, it } from 'vitest';
import { ownWords, readMode } from '../../electron/desktop/mode.ts';

describe('what the program was started for', () => {
  it.each([
    [[], 'window'],
    [['--home', 'D:\\Plumbline'], 'window'],
    [['--enable-logging', '--allow-file-access-from-files'], 'window'],
    [['--background'], 'background'],
    [['--home', 'D:\\Plumbline', '--background'], 'background'],
    [['--unattended'], 'unattended'],
    [['--stop-unattended'], 'stopUnattended'],
    [['status', '--json'], 'command'],
    [['--help'], 'command'],
    [['--version'], 'command'],
    [['nonsense'], 'command'],
  ] as const)('%j is for %s', (words, kind) => {
    expect(readMode(words).kind).toBe(kind);
  });

  it('keeps home folder and configuration file', () => {
    expect(readMode(['--background', '--home', 'D:\\P', '--config', 'D:\\c.json'])).toEqual({
      kind: 'background',
      options: { home: 'D:\\P', config: 'D:\\c.json', enrol: null },
    });
  });

  it('hands a command all of its words', () => {
    expect(readMode(['sync', 'pull', '--background'])).toEqual({
      kind: 'command',
      words: ['sync', 'pull', '--background'],
    });
  });

  it.each([
    [['C:\\Program Files\\Plumbline\\Plumbline.exe', 'status'], false, ['status']],
    [['electron', '.', '--background'], true, ['--background']],
    [['electron', '--inspect=0', '--remote-debugging-port=0', 'dist/main/main.js', 'status'], true, ['status']],
  ])('of %j the words for Plumbline are the last ones', (argv, bare, words) => {
    expect(ownWords(argv, bare)).toEqual(words);
  });
});
