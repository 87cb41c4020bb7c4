import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setEndMarker } from '../../../electron/desktop/shell/endMarker.ts';
import { openShellFile } from '../../../electron/desktop/shell/keptShell.ts';
import { decideReload } from '../../../electron/desktop/shell/reloads.ts';
import { holdSessionEnd, restAfterResumeMs } from '../../../electron/desktop/shell/sessionEnd.ts';
import { placeWindow } from '../../../electron/desktop/shell/windowPlace.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-shell-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('what the desktop remembers', () => {
  const window = { x: 10, y: 20, width: 1200, height: 800, maximized: true };
  const open = (refused: (code: string) => void = () => undefined) =>
    openShellFile(join(folder, 'desktop.json'), refused);

  it('is there after a restart', () => {
    open().change({ window, explainedTray: true, told: ['acme/a'] });
    expect(open().read()).toEqual({ window, explainedTray: true, notifyDone: false, cutOffAt: null, told: ['acme/a'] });
  });

  it.each(['', '{', 'null', '[]', '{"window":{"x":"1"},"told":[1,"acme/a"],"notifyDone":"yes","cutOffAt":"then"}'])(
    'is as good as can be read from %j',
    (text) => {
      writeFileSync(join(folder, 'desktop.json'), text);
      const told = text.includes('acme') ? ['acme/a'] : [];
      expect(open().read()).toEqual({ window: null, explainedTray: false, notifyDone: false, cutOffAt: null, told });
    },
  );

  it('is written only when it changes', () => {
    open().change({ explainedTray: false, told: [] });
    expect(existsSync(join(folder, 'desktop.json'))).toBe(false);
  });

  it('is kept in mind when the disk refuses it, which is said', () => {
    mkdirSync(join(folder, 'desktop.json'));
    const codes: string[] = [];
    const file = open((code) => codes.push(code));
    file.change({ explainedTray: true });
    expect([file.read().explainedTray, codes.length]).toEqual([true, 1]);
  });
});

describe('the place of the window', () => {
  const main = { x: 0, y: 0, width: 1920, height: 1040 };
  const left = { x: -1600, y: 100, width: 1600, height: 860 };
  const kept = { x: -1500, y: 150, width: 1200, height: 700, maximized: false };

  it('is the middle of the main screen at first', () => {
    expect(placeWindow(null, [main])).toEqual({ width: 1440, height: 900, maximized: false });
  });

  it('is where it was, also on a second screen', () => {
    expect(placeWindow(kept, [main, left])).toEqual(kept);
  });

  it('is back on the main screen when the second one has gone', () => {
    expect(placeWindow({ ...kept, maximized: true }, [main])).toEqual({ width: 1200, height: 700, maximized: true });
  });

  it('is back when its title bar could not be taken hold of', () => {
    for (const off of [{ x: 1850 }, { y: 1035 }, { y: -300 }]) {
      expect(placeWindow({ ...kept, x: 100, ...off }, [main]).x).toBeUndefined();
    }
  });

  it('is no larger than a smaller screen, and never smaller than the screens of Plumbline need', () => {
    const small = { x: 0, y: 0, width: 1280, height: 720 };
    expect(placeWindow({ ...kept, x: 0, y: 0, width: 1800, height: 1000 }, [small])).toMatchObject({
      width: 1280,
      height: 720,
    });
    expect(placeWindow(null, [{ ...small, width: 800, height: 600 }])).toMatchObject({ width: 1024, height: 680 });
  });
});

describe('the marker of a run', () => {
  const file = () => join(folder, 'running.json');
  const at = (time: string) => () => `2026-11-23T${time}.000Z`;

  it('tells nothing after a clean end', () => {
    setEndMarker(file(), at('08:00:00')).remove();
    expect(setEndMarker(file(), at('09:00:00')).cutOffAt).toBeNull();
  });

  it('tells when the former run was last alive', () => {
    setEndMarker(file(), at('08:00:00')).alive();
    utimesSync(file(), new Date('2026-11-23T08:41:00.000Z'), new Date('2026-11-23T08:41:00.000Z'));
    expect(setEndMarker(file(), at('09:00:00')).cutOffAt).toBe('2026-11-23T08:41:00.000Z');
  });

  it('is one also when a power cut left half of it', () => {
    writeFileSync(file(), '{"star');
    expect(setEndMarker(file(), at('09:00:00')).cutOffAt).toMatch(/^20\d\d-/);
    expect(readFileSync(file(), 'utf8')).toContain('09:00:00');
  });

  it('does not keep Plumbline from starting where it cannot be written', () => {
    const marker = setEndMarker(join(folder, 'none', 'running.json'), at('08:00:00'));
    marker.alive();
    marker.remove();
    expect(marker.cutOffAt).toBeNull();
  });
});

describe('screens that crash', () => {
  it('are opened anew three times in ten minutes, and then no more', () => {
    let past: readonly number[] = [];
    const answers = [0, 60_000, 120_000, 180_000].map((ms) => {
      const decided = decideReload(past, ms);
      past = decided.past;
      return decided.reload;
    });
    expect(answers).toEqual([true, true, true, false]);
    expect(decideReload(past, 600_000 + 60_000).reload).toBe(true);
  });
});

describe('sleep and shutdown', () => {
  it('Windows waits for a write, and only when it can', () => {
    expect(holdSessionEnd(true, ['logoff'])).toBe(true);
    expect(holdSessionEnd(false, ['shutdown'])).toBe(false);
    expect(holdSessionEnd(true, ['shutdown', 'critical'])).toBe(false);
  });

  it('runs go on between 10 and 40 seconds after resume', () => {
    expect([0, 0.5, 0.999].map(restAfterResumeMs)).toEqual([10_000, 25_000, 39_970]);
  });
});
