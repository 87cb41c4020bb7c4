import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { type Browser, chromium, expect, type Page } from '@playwright/test';
import { startChromium } from './chromium.ts';
import type { Answered, Asked } from './double/driven.ts';
import type { Command, Desktop, Launch, Launcher } from './driver.ts';
import { ran } from './ran.ts';
import { root } from './root.ts';

const double = join(root, 'tests', 'desktop', 'double', 'electron.ts');
const witness = join(root, 'tests', 'desktop', 'witness.cjs');

/** The words that start the application in the double, after Node's own. */
export function doubleWords({ home, userData, words = [] }: Launch): readonly string[] {
  return [double, '-r', witness, root, `--user-data-dir=${userData}`, '--home', home, ...words];
}

function commandOf(launch: Launch): Command {
  const command = { program: process.execPath, words: doubleWords(launch) };
  return launch.computer?.around(command) ?? command;
}

/** Runs the application in the double, its windows in one Chromium for all. */
export async function createDoubleLauncher(): Promise<Launcher> {
  const system = await startChromium();
  const browser = await chromium.connectOverCDP(system.endpoint);
  return {
    kind: 'double',
    launch: async (launch) => {
      const { program, words } = commandOf(launch);
      const child = spawn(program, [...words], {
        env: { ...process.env, ...launch.environment, PLUMBLINE_DOUBLE_BROWSER: system.endpoint },
        stdio: ['ignore', 'inherit', 'pipe', 'ipc'],
        serialization: 'advanced',
      });
      return drive(child, browser);
    },
    toEnd: (launch) => {
      const { program, words } = commandOf(launch);
      return ran(program, words, { ...launch.environment, PLUMBLINE_DOUBLE_BROWSER: system.endpoint });
    },
    run: (userData, words) =>
      ran(process.execPath, [double, `--user-data-dir=${userData}`, root, ...words], {
        PLUMBLINE_DOUBLE_BROWSER: system.endpoint,
      }),
    close: async () => {
      await browser.close();
      await system.close();
    },
  };
}

/** Without `id`, which is given here. */
type Question = Asked extends infer One ? (One extends Asked ? Omit<One, 'id'> : never) : never;

/** Asks over Node's channel. Answers that never come fail when the process ends. */
export function asker(child: ChildProcess): (question: Question) => Promise<unknown> {
  const waiting = new Map<number, (answer: Answered) => void>();
  let last = 0;
  child.on('message', (answer: Answered) => waiting.get(answer.id)?.(answer));
  child.on('exit', () => {
    for (const [id, answer] of waiting) answer({ id, error: 'The application has ended.' });
  });
  return (question) =>
    new Promise((resolve, reject) => {
      last += 1;
      const id = last;
      waiting.set(id, ({ value, error }) => {
        waiting.delete(id);
        if (error === undefined) resolve(value);
        else reject(new Error(error));
      });
      if (child.connected) child.send({ ...question, id });
      else reject(new Error('The application has ended.'));
    });
}

function drive(child: ChildProcess, browser: Browser): Desktop {
  const ask = asker(child);
  const said: string[] = [];
  child.stderr?.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  const isRunning = () => child.exitCode === null && child.signalCode === null;
  const pages = async () => {
    const targets = (await ask({ ask: 'targets' })) as readonly string[];
    const found = await Promise.all(targets.map((target) => pageOf(browser, target)));
    return found.filter((page) => page !== null);
  };
  return {
    pages,
    page: async () => {
      let first: Page | undefined;
      await expect(async () => {
        if (!isRunning()) throw new Error(`The application has ended: ${said.join('')}`);
        [first] = await pages();
        expect(first, said.join('')).toBeDefined();
      }).toPass({ intervals: [30] });
      return first as Page;
    },
    inMain: async (run, argument) => (await ask({ ask: 'run', run: String(run), argument })) as never,
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    ended,
    isRunning,
    said: () => said.join(''),
  };
}

const known = new WeakMap<Page, string>();

async function pageOf(browser: Browser, target: string): Promise<Page | null> {
  for (const page of browser.contexts().flatMap((context) => context.pages())) {
    if (!known.has(page)) {
      const session = await page.context().newCDPSession(page);
      const { targetInfo } = await session.send('Target.getTargetInfo');
      await session.detach();
      known.set(page, targetInfo.targetId);
    }
    if (known.get(page) === target) return page;
  }
  return null;
}
