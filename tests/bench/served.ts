import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { z } from 'zod';

export type Served = { readonly url: string; readonly close: () => Promise<void> };

/** Starts the built application on a home folder, as `plumbline serve` does. Out: its one-time address. */
export async function serveHome(home: string, configFile: string): Promise<Served> {
  const words = ['dist/headless/headless.js', 'serve', '--json', '--home', home, '--config', configFile];
  const host = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'pipe'] });
  const said: string[] = [];
  host.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  const ended = new Promise<void>((resolve) => host.once('exit', () => resolve()));
  for await (const line of createInterface({ input: host.stdout })) {
    if (!line.startsWith('{')) continue;
    const { url } = z.object({ url: z.string() }).parse(JSON.parse(line));
    return {
      url,
      close: async () => {
        host.kill('SIGTERM');
        await ended;
      },
    };
  }
  throw new Error(`The browser host did not start: ${said.join('')}`);
}
