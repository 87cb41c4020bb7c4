import { findApp } from '../hosts/appFolder.ts';
import { machinePolicy } from '../hosts/policy/policySource.ts';
import { runCommandLine } from './cli.ts';
import { createQuestion } from './question.ts';
import { verbs } from './verbs.ts';

/** Runs the words of this process's own command line under plain Node. `entry`: the address of the module that was started. */
export async function runPlainNode(entry: string): Promise<void> {
  // Whoever read the words has left, such as `head`, or the terminal was closed: the work goes on.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }
  const interrupted = new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
  process.exitCode = await runCommandLine(
    {
      words: process.argv.slice(2),
      environment: process.env,
      write: (text) => process.stdout.write(text),
      writeError: (text) => process.stderr.write(text),
      question: createQuestion(process.stdin, process.stderr),
      interrupted,
      app: findApp(entry),
      readPolicy: machinePolicy(process.platform, process.env),
    },
    verbs,
  );
  // An answer that nobody waits for any more would keep the process.
  process.stdin.destroy();
}
