/**
 * The worker's process as its host started it: a child process under plain Node, a utility process under Electron. Frames sent to
 * one that has ended are lost without an error; its end is told by `onExit`.
 */
export type WorkerProcess = {
  /** Null before it has one. */
  readonly pid: () => number | null;
  readonly send: (frame: string) => void;
  readonly onFrame: (listener: (frame: unknown) => void) => void;
  /** Called once, whatever ended it; also when it could not even start. */
  readonly onExit: (listener: (exit: WorkerExit) => void) => void;
  /** Ends it at once, whatever it is doing. */
  readonly kill: () => void;
};

/** `how`: `code 1`, `signal SIGSEGV`. `said`: the end of what it wrote as errors, for support. */
export type WorkerExit = { readonly how: string; readonly said: string };

/** Starts one more worker. Never throws: what cannot start exits. */
export type LaunchWorker = () => WorkerProcess;

/** The other end, inside the worker. */
export type WorkerPort = {
  readonly send: (frame: string) => void;
  readonly onFrame: (listener: (frame: unknown) => void) => void;
};
