import { app } from 'electron';
import { type AttentionWatch, askAttention, watchAttention } from '../../hosts/attentionWatch.ts';
import type { MainWindow } from '../mainWindow.ts';
import { shownOf } from '../mainWindow.ts';
import type { Started } from '../startEngines.ts';
import { createTray } from '../tray/tray.ts';
import { actOnAll } from '../tray/trayActs.ts';
import type { TrayAct } from '../tray/trayMenu.ts';
import { attentionOf, type Known } from '../tray/trayState.ts';
import { doneNotice } from './doneNotices.ts';
import { quitAsked } from './ending.ts';
import type { EndMarker } from './endMarker.ts';
import type { ShellFile } from './keptShell.ts';
import { decideNotices, unheardNotice } from './notices.ts';
import type { Notifier } from './notifier.ts';

export type ShellOptions = {
  /** The folder of the icons. */
  readonly icons: string;
  readonly window: MainWindow;
  readonly file: ShellFile;
  readonly marker: EndMarker;
  readonly notify: Notifier;
  /** The company whose screens were asked for last. */
  readonly shownCompany: () => string | null;
};

export type Shell = {
  /** The engines are there, in this process or elsewhere. `notifyDone`: whether what went well is told as well. */
  readonly attach: (started: Pick<Started, 'door' | 'clock' | 'watches'>, notifyDone: () => boolean) => void;
  /** Whether this process is writing a record into Sage at this moment. */
  readonly writing: () => boolean;
};

const notDone = { sync: 'Sync did not go well', pause: 'Not paused', resume: 'Not resumed' } as const;

/** Tray and notifications: what a person sees of Plumbline while no window is open. */
export function createShell({ icons, window, file, marker, notify, shownCompany }: ShellOptions): Shell {
  let known: Known = 'opening';
  let running: Pick<Started, 'door' | 'watches'> | null = null;
  let watch: AttentionWatch | null = null;
  // What another process writes goes on when this one ends.
  const writing = () => running?.watches === false && isWriting(known);

  /** What was told last may be a moment old, and a write may have begun in it. */
  const quitNow = async (): Promise<void> => {
    if (running?.watches !== false) return quitAsked(false);
    return quitAsked(isWriting(await askAttention(running.door)));
  };

  const act = (asked: TrayAct): void => {
    const attention = attentionOf(known);
    switch (asked.do) {
      case 'open':
        void window.show(asked.company, asked.goTo);
        return;
      case 'quit':
        void quitNow();
        return;
      case 'sync':
      case 'pause':
      case 'resume':
        if (running === null || attention === null) return;
        void actOnAll(asked, attention, running.door).then((refused) => {
          for (const body of refused) notify({ title: notDone[asked.do], body, company: null, goTo: '#/home' });
          watch?.refresh();
        });
    }
  };
  const tray = createTray(icons, act);
  app.on('will-quit', () => {
    watch?.stop();
    tray.remove();
  });

  return {
    writing,
    attach: (started, notifyDone) => {
      running = started;
      watch = watchAttention(started.door, started.clock, (told) => {
        const before = known;
        known = told;
        tray.tell(known, started.watches);
        marker.alive();
        if ('failure' in told) {
          const notice = unheardNotice(told, before, window.shownRoute() !== null);
          if (notice !== null) notify(notice);
          return;
        }
        const decided = decideNotices(told, file.read().told, shownOf(window, shownCompany()));
        for (const notice of decided.notices) notify(notice);
        file.change({ told: decided.told });
      });
      started.door.onChanged((event) => {
        window.send(event);
        if (window.shownRoute() !== null || !notifyDone()) return;
        void doneNotice(event, started.door).then((notice) => notice === null || notify(notice));
      });
    },
  };
}

/** Whether a record is being written into Sage, as far as is known. */
function isWriting(known: Known): boolean {
  return attentionOf(known)?.companies.some((company) => company.writing) === true;
}
