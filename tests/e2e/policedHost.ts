import { join } from 'node:path';
import { runCommandLine } from '../../electron/cli/cli.ts';
import { verbs } from '../../electron/cli/verbs.ts';
import { filePolicy } from '../../electron/hosts/policy/policySource.ts';

/**
 * The command line with the policy of a file: what `headless.ts` is, except that nothing but root's own file is a policy there. First
 * word: the file; the others are the command.
 */
const [file = '', ...words] = process.argv.slice(2);
const folder = join(import.meta.dirname, '../..');

process.exitCode = await runCommandLine(
  {
    words,
    environment: process.env,
    write: (text) => process.stdout.write(text),
    writeError: (text) => process.stderr.write(text),
    question: async () => null,
    interrupted: new Promise((resolve) => process.once('SIGTERM', () => resolve())),
    readPolicy: filePolicy(file, [process.getuid?.() ?? 0]),
    app: { folder, version: '0.1.0', workerFile: join(folder, 'dist/worker/worker.js') },
  },
  verbs,
);
