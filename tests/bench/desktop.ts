import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { bytesOf } from '../desktop/bundle.ts';
import { startChromium } from '../desktop/chromium.ts';
import type { Mark } from '../desktop/double/state.ts';
import { asker, doubleWords } from '../desktop/doubleDriver.ts';
import { root } from '../desktop/root.ts';
import type { Bench, Figure } from './figure.ts';
import { inFolder } from './folder.ts';
import { median } from './statistics.ts';

type Marks = Readonly<Record<'main' | 'mainLoaded' | 'ready' | 'loadURL', Mark>>;
/** All in ms: main's own code up to loadURL, by the wall clock and in processor time; from there to the frame, and to the first screen. */
type Start = {
  readonly mainMs: number;
  readonly mainCpuMs: number;
  readonly pageMs: number;
  readonly screenMs: number;
};

/** The desktop's start and rest, over the Electron double: what Electron itself adds is not in these figures. */
export const desktopBench: Bench = {
  name: 'desktop',
  title: 'Desktop, our own code over the Electron double',
  run: async ({ rounds }) => {
    const system = await startChromium();
    try {
      const starts: Start[] = [];
      for (let round = 0; round < rounds(15); round += 1)
        starts.push(await inFolder((folder) => start(folder, system.endpoint)));
      const idle = await inFolder((folder) => idleBackground(folder, system.endpoint));
      return [...startFigures(starts), ...idleFigures(idle)];
    } finally {
      await system.close();
    }
  },
};

function startFigures(starts: readonly Start[]): readonly Figure[] {
  const of = (read: (one: Start) => number) => median(starts.map(read));
  const note = `median of ${starts.length} starts`;
  const bytes = bytesOf(join(root, 'dist', 'main', 'main.js'));
  const figure = { bench: 'desktop', unit: 'ms' as const, note };
  return [
    {
      ...figure,
      name: 'own code before the first picture',
      value: of((one) => one.mainMs + one.pageMs),
      target: { atMost: 150 },
    },
    { ...figure, name: '  of it in main, until the window loads', value: of((one) => one.mainMs), target: null },
    { ...figure, name: '  the same in processor time', value: of((one) => one.mainCpuMs), target: null },
    {
      ...figure,
      name: '  of it in the page, until the frame is painted',
      value: of((one) => one.pageMs),
      target: null,
    },
    {
      ...figure,
      name: 'own code before the first screen',
      value: of((one) => one.mainMs + one.screenMs),
      target: null,
    },
    {
      bench: 'desktop',
      name: 'main bundle, what is loaded before the first picture',
      value: bytes / 1024,
      unit: 'kB',
      target: { atMost: 300 },
      note: 'main.js with what it imports at once',
    },
  ];
}

async function start(folder: string, endpoint: string): Promise<Start> {
  const { child, ask } = launch(folder, endpoint, []);
  const browser = await chromium.connectOverCDP(endpoint);
  try {
    const page = await firstPage(() => browser.contexts().flatMap((context) => context.pages()));
    const pageMs = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          new PerformanceObserver((list) => {
            const paint = list.getEntriesByName('first-contentful-paint')[0];
            if (paint !== undefined) resolve(paint.startTime);
          }).observe({ type: 'paint', buffered: true });
        }),
    );
    const screenMs = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          const look = () => document.querySelector('main') !== null && resolve(performance.now());
          new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
          look();
        }),
    );
    const marks = (await ask({ ask: 'marks' })) as Marks;
    const own = (read: (one: Mark) => number) =>
      read(marks.mainLoaded) - read(marks.main) + (read(marks.loadURL) - read(marks.ready));
    return { mainMs: own((one) => one.wallMs), mainCpuMs: own((one) => one.cpuMs), pageMs, screenMs };
  } finally {
    await browser.close();
    await end(child);
  }
}

/** The application's page, as soon as it is there. */
async function firstPage(pages: () => readonly Page[]): Promise<Page> {
  for (;;) {
    const found = pages().find((page) => page.url().startsWith('http://plumbline.app.localhost/'));
    if (found !== undefined) return found;
    await pause(20);
  }
}

type Idle = { readonly mainMb: number; readonly workerMb: number };

/** Megabytes that main and the Sage worker hold once a start with --background has come to rest. */
async function idleBackground(folder: string, endpoint: string): Promise<Idle> {
  const { child, ask } = launch(folder, endpoint, ['--background']);
  try {
    const pid = child.pid ?? 0;
    // At rest: the store is open and main has used hardly any processor time for three seconds.
    for (let calm = 0, last = 0; calm < 6; ) {
      await pause(500);
      const run = () => process.cpuUsage().user / 1000;
      const now = Number(await ask({ ask: 'run', run: String(run), argument: undefined }));
      const store = await ask({
        ask: 'run',
        run: String(() => globalThis.witness.natives.length),
        argument: undefined,
      });
      calm = Number(store) > 0 && now - last < 10 ? calm + 1 : 0;
      last = now;
    }
    const workers = childrenOf(pid).map(residentMb);
    return { mainMb: residentMb(pid), workerMb: workers.reduce((sum, one) => sum + one, 0) };
  } finally {
    await end(child);
  }
}

function idleFigures({ mainMb, workerMb }: Idle): readonly Figure[] {
  const figure = { bench: 'desktop', unit: 'MB' as const, target: null };
  return [
    {
      ...figure,
      name: 'idle in the background, main',
      value: mainMb,
      note: 'resident, under plain Node: Electron’s own comes on top',
    },
    {
      ...figure,
      name: 'idle in the background, Sage worker',
      value: workerMb,
      note: '0: it has ended until the next run',
    },
  ];
}

function launch(folder: string, endpoint: string, words: readonly string[]) {
  const home = join(folder, 'home');
  const child = spawn(process.execPath, [...doubleWords({ home, userData: join(folder, 'electron'), words })], {
    env: { ...process.env, PLUMBLINE_DOUBLE_BROWSER: endpoint },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    serialization: 'advanced',
  });
  return { child, ask: asker(child) };
}

async function end(child: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}

function childrenOf(pid: number): readonly number[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number);
}

function residentMb(pid: number): number {
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
