import { describe, expect, it } from 'vitest';
import { readTaskbarDark } from '../../../electron/desktop/tray/taskbarTheme.ts';
import { actOnAll } from '../../../electron/desktop/tray/trayActs.ts';
import { type TrayLine, trayMenu } from '../../../electron/desktop/tray/trayMenu.ts';
import { trayStanding, trayTip } from '../../../electron/desktop/tray/trayState.ts';
import type { Attention } from '../../../electron/hosts/attentionWatch.ts';
import { absentWords } from '../../../electron/hosts/unattended/watchUnattended.ts';
import { attention, item, now, standing } from './standings.ts';

/** What the watch of an unattended Plumbline hands on. */
const stopped = { failure: absentWords('stopped') };
const paused = standing('acme', { tone: 'paused', sentence: 'Paused.', pausedUntil: '2026-11-23T18:00:00.000Z' });

describe('the state of the tray', () => {
  it.each(['inStep', 'working', 'needsYou', 'noContact', 'paused'] as const)('of one company is Home’s: %s', (tone) => {
    expect(trayStanding(attention(standing('acme', { tone, sentence: 'Said on Home.' })))).toEqual({
      state: tone,
      sentence: 'Said on Home.',
    });
  });

  it('needs somebody while steps of the set-up are left', () => {
    expect(trayStanding(attention(standing('acme', { tone: 'setup', sentence: 'A few steps.' }))).state).toBe(
      'needsYou',
    );
  });

  it('needs somebody when writing has stopped by itself, and says why, although everything is in step', () => {
    const hindered = { sentence: 'Sage was updated.', remedy: 'Look at it.' };
    expect(trayStanding(attention(standing('acme', { hindered })))).toEqual({
      state: 'needsYou',
      sentence: 'Sage was updated.',
    });
  });

  it.each([
    ['noContact', 'needsYou'],
    ['needsYou', 'working'],
    ['working', 'inStep'],
    ['inStep', 'paused'],
  ] as const)('of two companies is the louder one: %s before %s, whichever comes first', (loud, quiet) => {
    const both = [standing('acme', { tone: quiet }), standing('smith', { tone: loud, sentence: 'So it is.' })];
    for (const companies of [both, both.toReversed()]) {
      expect(trayStanding(attention(...companies))).toEqual({ state: loud, sentence: 'Smith & Sons: So it is.' });
    }
  });

  it('needs somebody for a company that cannot be opened, and works while one is being opened', () => {
    const failed = standing('acme', {}, { state: 'failed', status: null, items: [item('notOpened:store.inUse')] });
    expect(trayStanding(attention(failed)).state).toBe('needsYou');
    expect(trayStanding(attention(standing('acme', {}, { state: 'opening', status: null }))).state).toBe('working');
  });

  it('is not calm while nobody answers, nor before anybody was asked', () => {
    expect(trayStanding(stopped).state).toBe('noContact');
    expect(trayStanding('opening').state).toBe('working');
  });

  it('is told in no more than Windows shows', () => {
    const long = standing('acme', { sentence: `${'Very long. '.repeat(40)}` });
    expect(trayTip(attention(long)).length).toBeLessThanOrEqual(127);
  });
});

const acts = (lines: readonly TrayLine[]) =>
  lines.flatMap((line) => (line.kind === 'act' ? [line] : line.kind === 'choices' ? [] : []));
const labels = (lines: readonly TrayLine[]) => acts(lines).map(({ label }) => label);
const choices = (lines: readonly TrayLine[]) => lines.find((line) => line.kind === 'choices');

describe('the menu of the tray', () => {
  it('says how things stand, and offers to open, sync, pause and quit', () => {
    const lines = trayMenu(attention(standing('acme')), false);
    expect(lines[0]).toEqual({ kind: 'words', label: 'In step. Last checked just now.' });
    expect(labels(lines)).toEqual(['Open Plumbline', 'Sync now', 'Quit']);
    expect(choices(lines)).toMatchObject({
      label: 'Pause',
      enabled: true,
      lines: [{ label: 'For 15 minutes' }, { label: 'For 1 hour' }, { label: 'Until tomorrow, 6:00 AM' }],
    });
  });

  it('has a line for each of several companies', () => {
    const lines = trayMenu(
      attention(standing('acme'), standing('smith', { tone: 'working', sentence: 'Working…' })),
      false,
    );
    expect(lines.slice(0, 2)).toEqual([
      { kind: 'words', label: 'Acme Builders: In step. Last checked just now.' },
      { kind: 'words', label: 'Smith & Sons: Working…' },
    ]);
  });

  it('opens what needs a person where it can be dealt with; what is too much is behind Home', () => {
    const items = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => item(id));
    const lines = acts(trayMenu(attention(standing('acme', { tone: 'needsYou' }, { items })), false));
    expect(lines[0]?.act).toEqual({ do: 'open', company: 'acme', goTo: '#/queue?id=a' });
    expect(lines[5]).toMatchObject({ label: '2 more…', act: { do: 'open', company: null, goTo: '#/home' } });
  });

  it('offers to resume instead of to pause while paused', () => {
    const lines = trayMenu(attention(paused), false);
    expect(labels(lines)).toContain('Resume');
    expect(choices(lines)).toMatchObject({ enabled: false });
    const both = trayMenu(attention(paused, standing('smith')), false);
    expect(labels(both)).toContain('Resume');
    expect(choices(both)).toMatchObject({ enabled: true });
  });

  it('offers no sync while one is going on, and nothing but to open and quit while nobody answers', () => {
    const working = trayMenu(attention(standing('acme', { tone: 'working' })), false);
    expect(acts(working).find(({ label }) => label === 'Sync now')?.enabled).toBe(false);
    for (const known of [stopped, 'opening'] as const) {
      const lines = trayMenu(known, false);
      expect(
        acts(lines)
          .filter(({ enabled }) => enabled)
          .map(({ label }) => label),
      ).toEqual(['Open Plumbline', 'Quit']);
      expect(choices(lines)).toMatchObject({ enabled: false });
    }
  });
});

describe('the menu while the computer’s unattended Plumbline is watched', () => {
  it('says in whole sentences that it is stopped, and the way out', () => {
    const lines = trayMenu(stopped, true).flatMap((line) => (line.kind === 'words' ? [line.label] : []));
    expect(lines.join(' ')).toBe(`${stopped.failure.sentence} ${stopped.failure.remedy}`);
    expect(lines.every((line) => line.length <= 80)).toBe(true);
  });

  it('says that quitting does not end it', () => {
    expect(labels(trayMenu(attention(standing('acme')), true))).toContain('Quit (Plumbline goes on unattended)');
  });
});

describe('an act of the tray', () => {
  const asked = async (act: Parameters<typeof actOnAll>[0], known: Attention) => {
    const requests: unknown[] = [];
    const failure = { next: 'needsPerson', code: 'x', sentence: 'Sage is closed.' } as const;
    const request = async (company: string | null, channel: string, payload: unknown) => {
      requests.push([company, channel, payload]);
      return company === 'smith' ? { ok: false as const, failure } : { ok: true as const, value: {} };
    };
    return { refused: await actOnAll(act, known, { request }), requests };
  };

  it('is done for every open company, and what one refuses is told by name', async () => {
    const opening = standing('other', {}, { state: 'opening', status: null });
    const { requests, refused } = await asked({ do: 'sync' }, attention(standing('acme'), standing('smith'), opening));
    expect(requests).toEqual([
      ['acme', 'sync.now', { side: 'all' }],
      ['smith', 'sync.now', { side: 'all' }],
    ]);
    expect(refused).toEqual(['Smith & Sons: Sage is closed.']);
  });

  it('pauses each company until the same hour of its own office', async () => {
    const east = standing('smith', {}, { timeZone: 'America/New_York' });
    const { requests } = await asked(
      { do: 'pause', end: 'Until tomorrow, 6:00 AM' },
      attention(standing('acme'), east),
    );
    expect(requests).toEqual([
      ['acme', 'sync.pause', { until: '2026-11-24T14:00:00.000Z' }],
      ['smith', 'sync.pause', { until: '2026-11-24T11:00:00.000Z' }],
    ]);
  });

  it('resumes only what is paused', async () => {
    const { requests } = await asked({ do: 'resume' }, attention(paused, standing('smith')));
    expect(requests).toEqual([['acme', 'sync.resume', {}]]);
  });

  it('does nothing for an end that is not offered', async () => {
    expect((await asked({ do: 'pause', end: 'For ever' }, { now, companies: [standing('acme')] })).requests).toEqual(
      [],
    );
  });
});

describe('the colour of the taskbar', () => {
  const printed = (value: string) =>
    `\r\nHKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize\r\n    SystemUsesLightTheme    REG_DWORD    ${value}\r\n\r\n`;
  it.each([
    [printed('0x0'), true],
    [printed('0x1'), false],
    ['ERROR: The system was unable to find the specified registry key or value.', null],
    ['', null],
  ])('is read from what reg.exe prints', (output, dark) => {
    expect(readTaskbarDark(output)).toBe(dark);
  });
});
