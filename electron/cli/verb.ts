import type { Result } from '#shared/domain/failure.ts';
import type { App } from '../hosts/appFolder.ts';
import type { Config } from '../hosts/config.ts';
import type { Home } from '../hosts/homeFolder.ts';
import type { PolicyWatch } from '../hosts/policy/watchPolicy.ts';
import type { Environment } from '../hosts/secretNames.ts';
import type { HostSecrets } from '../hosts/secretStore.ts';
import type { LaunchWorker } from '../sage/worker/process.ts';
import type { ExitCode } from './exitCodes.ts';
import type { Output } from './output.ts';

/** One option of a verb. `value` names what follows it in the help; absent for a switch. */
export type Option = { readonly name: string; readonly value?: string; readonly words: string };

export type Verb = {
  /** As it is typed, e.g. `sync pull`. */
  readonly name: string;
  readonly words: string;
  /** More sentences for `--help`. */
  readonly more: readonly string[];
  /** The one word that follows the verb; absent: none does. */
  readonly operand?: Option;
  readonly options: readonly Option[];
  readonly run: (call: Call) => Promise<ExitCode>;
};

/** What differs where the command line is the installed desktop program's. */
export type HostParts = {
  readonly openSecrets: (home: Home, environment: Environment) => Result<HostSecrets>;
  readonly secretsPlace: string;
  /** Starts the Sage worker. `file`: its bundle. */
  readonly worker: (file: string, environment: Environment) => LaunchWorker;
};

/** What a verb gets: checked options, and the process around it as values. */
export type Call = {
  /** Null: the option was not given. Switches that were given are empty text. */
  readonly option: (name: string) => string | null;
  /** The configuration file with what the policy sets for the installation as a whole, as both were at the start. */
  readonly config: Config;
  /** The configuration file alone: whatever runs on puts the policy above it anew with every change. */
  readonly configFile: Config;
  readonly policy: PolicyWatch;
  /** The folder of `--home`, or of `--config`'s machine default. Not made yet. */
  readonly homePath: string;
  /** Where the unattended Plumbline of this computer keeps its data, whether there is one or not. */
  readonly unattendedHome: string;
  readonly openHome: (path: string) => Home | null;
  readonly output: Output;
  /** Asks the person at the terminal; null when there is no more input. */
  readonly question: (words: string) => Promise<string | null>;
  readonly environment: Environment;
  /** Resolves when the process is asked to end (Ctrl+C, service stop). */
  readonly interrupted: Promise<void>;
  readonly app: App;
  /** What an installed program has in place of a file of secrets and Node's own processes; null: plain Node. */
  readonly host: HostParts | null;
};

export const commonOptions: readonly Option[] = [
  { name: 'home', value: 'DIR', words: 'Where Plumbline keeps its data on this machine.' },
  { name: 'config', value: 'FILE', words: 'Configuration file (JSON); what it sets overrides the stored settings.' },
  { name: 'json', words: 'Print one JSON object, last on standard output; all words go to standard error.' },
  { name: 'help', words: 'Show this help.' },
];
