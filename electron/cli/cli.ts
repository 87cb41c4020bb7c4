import { homedir } from 'node:os';
import type { Config } from '../hosts/config.ts';
import { readConfigFile } from '../hosts/configFile.ts';
import { defaultHome, openHome } from '../hosts/homeFolder.ts';
import { governedConfig } from '../hosts/policy/governed.ts';
import type { ReadPolicy } from '../hosts/policy/policySource.ts';
import { openPolicy } from '../hosts/policy/watchPolicy.ts';
import type { Environment } from '../hosts/secretNames.ts';
import { unattendedHome } from '../hosts/unattended/unattendedHome.ts';
import { readArguments } from './arguments.ts';
import { type ExitCode, exitCodes } from './exitCodes.ts';
import { generalHelp, verbHelp } from './help.ts';
import { createOutput, type Output, sayFailure } from './output.ts';
import type { Call, Verb } from './verb.ts';

/** The process around the command line. */
export type Surroundings = {
  readonly words: readonly string[];
  readonly environment: Environment;
  readonly write: (text: string) => void;
  readonly writeError: (text: string) => void;
  readonly question: Call['question'];
  readonly interrupted: Promise<void>;
  readonly app: Call['app'];
  /** Left out: plain Node. */
  readonly host?: Call['host'];
  /** Reads what the organisation sets for this computer. */
  readonly readPolicy: ReadPolicy;
  /** The tests' own; the computer's when left out. */
  readonly unattendedHome?: string;
};

/** Runs one command; the exit code is for the process. */
export async function runCommandLine(around: Surroundings, verbs: readonly Verb[]): Promise<ExitCode> {
  const { environment, app } = around;
  const home = defaultHome(process.platform, environment, homedir());
  const parsed = readArguments(around.words, verbs);
  switch (parsed.kind) {
    case 'help':
      around.write(parsed.verb === null ? generalHelp(verbs, home) : verbHelp(parsed.verb));
      return exitCodes.ok;
    case 'version':
      around.write(`${app.version}\n`);
      return exitCodes.ok;
    case 'refused':
      around.writeError(
        `${parsed.sentence}\nSee: plumbline ${parsed.verb === null ? '' : `${parsed.verb.name} `}--help\n`,
      );
      return exitCodes.usage;
    case 'run':
      break;
  }
  const option = (name: string) => parsed.options.get(name) ?? null;
  const output = createOutput(option('json') !== null, around.write, around.writeError);
  const file = readConfig(option('config'), output);
  if (file === null) return exitCodes.needsPerson;
  const policy = await openPolicy(around.readPolicy);
  return parsed.verb.run({
    option,
    config: governedConfig(file, policy.current()).config,
    configFile: file,
    policy,
    homePath: option('home') ?? home,
    unattendedHome: around.unattendedHome ?? unattendedHome(process.platform, environment),
    openHome: (path) => {
      const opened = openHome(path);
      if (opened.ok) return opened.value;
      sayFailure(output, opened.failure);
      return null;
    },
    output,
    environment,
    question: around.question,
    interrupted: around.interrupted,
    app,
    host: around.host ?? null,
  });
}

function readConfig(file: string | null, output: Output): Config | null {
  if (file === null) return {};
  const read = readConfigFile(file);
  if (read.ok) return read.value;
  sayFailure(output, read.failure);
  return null;
}
