import { runCommandLine } from './cli/cli.ts';
import { exitCodes } from './cli/exitCodes.ts';
import { createQuestion } from './cli/question.ts';
import { verbs } from './cli/verbs.ts';
import { findApp } from './hosts/appFolder.ts';
import { machinePolicy } from './hosts/policy/policySource.ts';

/** The plain-Node host: the same engine as the desktop's, for the command line, servers and browsers. */

/** SQLite's binding ends older ones without a word. */
const oldestNode = 24;

// Whoever read the words has left, such as `head`, or the terminal was closed: the work goes on.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
}

const interrupted = new Promise<void>((resolve) => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
});

if (Number.parseInt(process.versions.node, 10) < oldestNode) {
  process.stderr.write(
    `Plumbline needs Node ${oldestNode} or newer; this is ${process.versions.node}. npm scripts bring the right one along: npm run plumbline -- --help\n`,
  );
  process.exit(exitCodes.needsPerson);
}

process.exitCode = await runCommandLine(
  {
    words: process.argv.slice(2),
    environment: process.env,
    write: (text) => process.stdout.write(text),
    writeError: (text) => process.stderr.write(text),
    question: createQuestion(process.stdin, process.stderr),
    interrupted,
    app: findApp(import.meta.url),
    readPolicy: machinePolicy(process.platform, process.env),
  },
  verbs,
);
// An answer that nobody waits for any more would keep the process.
process.stdin.destroy();
