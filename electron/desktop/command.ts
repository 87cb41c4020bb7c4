import { join } from 'node:path';
import { app, safeStorage, utilityProcess } from 'electron';
import { runCommandLine } from '../cli/cli.ts';
import { createQuestion } from '../cli/question.ts';
import { verbs } from '../cli/verbs.ts';
import { findApp } from '../hosts/appFolder.ts';
import { machinePolicy } from '../hosts/policy/policySource.ts';
import { openDesktopSecrets } from './secrets.ts';
import { utilityWorker } from './utilityWorker.ts';

/** `Plumbline.exe status --json`: the command line of the installed program, with its keystore and its own kind of worker process. */
export async function runCommand(words: readonly string[], moduleUrl: string): Promise<void> {
  app.disableHardwareAcceleration();
  await app.whenReady();
  const { env, platform, stdin, stdout, stderr } = process;
  const interrupted = new Promise<void>((asked) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => asked());
  });
  const code = await runCommandLine(
    {
      words,
      environment: env,
      write: (text) => stdout.write(text),
      writeError: (text) => stderr.write(text),
      question: createQuestion(stdin, stderr),
      interrupted,
      app: findApp(moduleUrl),
      readPolicy: machinePolicy(platform, env),
      host: {
        openSecrets: ({ folder }, environment) =>
          openDesktopSecrets(safeStorage, join(folder, 'secrets.bin'), environment),
        secretsPlace: 'the system’s keystore',
        worker: (file, environment) => utilityWorker(utilityProcess, file, environment),
      },
    },
    verbs,
  );
  app.exit(code);
}
