import type { Page } from '@playwright/test';
import type { Witness } from './witness.ts';

/** The desktop application under test, in Electron or in the double; specifications know only this. */
export type Desktop = {
  /** The window that the application opened first, once there is one. */
  readonly page: () => Promise<Page>;
  readonly pages: () => Promise<readonly Page[]>;
  /** Runs a function in main, with Electron's module and with what the witness has kept. It sees nothing else of the test. */
  readonly inMain: <Result, Argument = undefined>(
    run: (electron: Main, argument: Argument) => Result | Promise<Result>,
    argument?: Argument,
  ) => Promise<Result>;
  /** Ends main at once, as a crash would. */
  readonly kill: () => Promise<void>;
  /** Exit code of main when it has ended; null after a signal. */
  readonly ended: Promise<number | null>;
  readonly isRunning: () => boolean;
  /** What main has said on standard error. */
  readonly said: () => string;
};

export type Main = typeof Electron.CrossProcessExports;

export type Launch = {
  /** Where Plumbline keeps its data. */
  readonly home: string;
  /** Where Electron keeps its own: one instance for each. */
  readonly userData: string;
  readonly words?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** The computer that it runs on; this one when left out. */
  readonly computer?: Computer;
};

export type Command = { readonly program: string; readonly words: readonly string[] };

/** Another view of this machine: what a program has to be started with to have it. */
export type Computer = { readonly around: (command: Command) => Command };

/** What a command said, and the code that it ended with. */
export type Ran = { readonly code: number | null; readonly output: string; readonly error: string };

export type Launcher = {
  readonly kind: 'electron' | 'double';
  readonly launch: (launch: Launch) => Promise<Desktop>;
  /** Starts what ends by itself, and waits for that: nobody looks inside, and what is over at once would be gone before one could. */
  readonly toEnd: (launch: Launch) => Promise<Ran>;
  /** Runs the program as a command: its own words, the verb first, and nothing before them. */
  readonly run: (userData: string, words: readonly string[]) => Promise<Ran>;
  readonly close: () => Promise<void>;
};

declare global {
  /** Of main's process, in functions that `inMain` runs. */
  var witness: Witness;
}
