import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { sandboxCredentials } from '../../electron/sandbox/clearstory/server.ts';

/** Milliseconds that Sage waits for somebody else's lock: short, because tests wait for it too. */
const lockMs = 1_000;

export type Host = { readonly url: string; readonly process: ChildProcess };

export type HostOptions = {
  readonly home: string;
  readonly configFile: string;
  readonly sageFile: string;
  readonly keyGiven: boolean;
  /** The organisation's policy; null: there is none. */
  readonly policyFile: string | null;
  /** What is set besides in the environment of the host. */
  readonly environment: Readonly<Record<string, string>>;
};

/** Starts `plumbline serve` as built. Out: its one-time address. */
export function startHost(options: HostOptions): Promise<Host> {
  const { home, configFile, sageFile, keyGiven, policyFile, environment } = options;
  const program = policyFile === null ? built : ['tests/e2e/policedHost.ts', policyFile];
  const key = {
    PLUMBLINE_CLEARSTORY_KEY_ID: sandboxCredentials.keyId,
    PLUMBLINE_CLEARSTORY_SECRET: sandboxCredentials.secret,
  };
  return serve(program, ['--home', home, '--config', configFile], {
    ...environment,
    PLUMBLINE_E2E_SAGE: `Driver=SQLite3;Database=${sageFile};Timeout=${lockMs};FKSupport=1`,
    ...(keyGiven ? key : {}),
  });
}

const built = ['dist/headless/headless.js'];

/** Starts it as a fresh installation does: a home folder and nothing else. */
export function startOnHome(home: string): Promise<Host> {
  return serve(built, ['--home', home], {});
}

/** What Node has compiled once, it finds again at the next of some hundred starts. */
const compiled = join(import.meta.dirname, '..', '..', '.cache', 'compiled');

async function serve(
  program: readonly string[],
  options: readonly string[],
  environment: Readonly<Record<string, string>>,
): Promise<Host> {
  const started = spawn(process.execPath, [...program, 'serve', '--json', ...options], {
    env: { ...process.env, NODE_COMPILE_CACHE: compiled, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const words: string[] = [];
  started.stderr.on('data', (chunk: Buffer) => words.push(chunk.toString()));
  for await (const line of createInterface({ input: started.stdout })) {
    if (line.startsWith('{')) {
      const { url } = JSON.parse(line) as { url: string };
      return { url, process: started };
    }
  }
  throw new Error(`The browser host did not start: ${words.join('')}`);
}

/** Ends it at once, without a chance to tidy up. */
export async function endHost(started: ChildProcess): Promise<void> {
  if (started.exitCode !== null || started.signalCode !== null) return;
  const ended = new Promise((resolve) => started.once('exit', resolve));
  started.kill('SIGKILL');
  await ended;
}
