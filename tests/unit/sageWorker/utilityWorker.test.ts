import { type ChildProcess, spawn } from 'node:child_process';
import { EventEmitter, once } from 'node:events';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type UtilityChild, utilityWorker } from '../../../electron/desktop/utilityWorker.ts';

/** A process that does not hear a polite request to end, as one whose driver hangs. */
function deaf(): ChildProcess {
  const script = 'process.on("SIGTERM", () => {}); setInterval(() => {}, 1000); console.error("oh\\n dear");';
  const child = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'ignore', 'pipe'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

/** Electron's side of it, over a real process. */
function startUtility() {
  const real = deaf();
  const sent: unknown[] = [];
  const events = new EventEmitter();
  real.once('close', () => events.emit('exit', 9));
  let gentle = 0;
  const child: UtilityChild = {
    pid: real.pid,
    stderr: real.stderr,
    postMessage: (message) => void sent.push(message),
    kill: () => {
      gentle += 1;
      return true;
    },
    on: (event, listener) => events.on(event, listener),
    once: (event, listener) => events.once(event, listener),
  };
  let options: unknown = null;
  const launch = utilityWorker(
    {
      fork: (file, words, given) => {
        options = { file, words, given };
        return child;
      },
    },
    '/opt/plumbline/worker.js',
    { PATH: '/bin' },
  );
  return { worker: launch(), real, events, sent, gentle: () => gentle, options: () => options };
}

describe('the Sage worker under Electron', () => {
  it('gets the worker’s module and its environment, and nothing on the command line', () => {
    expect(startUtility().options()).toMatchObject({
      file: '/opt/plumbline/worker.js',
      words: [],
      given: { env: { PATH: '/bin' }, execArgv: [] },
    });
  });

  it('is ended for certain, and what it said as an error is told', async () => {
    const { worker, real, events, sent, gentle } = startUtility();
    const exited = new Promise((resolve) => worker.onExit(resolve));
    const heard: unknown[] = [];
    worker.onFrame((frame) => heard.push(frame));
    worker.send('.one');
    events.emit('message', '.two');
    expect([sent, heard]).toEqual([['.one'], ['.two']]);
    if (real.stderr !== null) await once(real.stderr, 'data');
    worker.kill();
    expect(await exited).toEqual({ how: 'code 9', said: 'oh dear' });
    expect([real.signalCode, gentle()]).toEqual(['SIGKILL', 0]);
    worker.send('.three');
    worker.kill();
    expect(sent).toEqual(['.one']);
  });
});
