import { existsSync, mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import log from 'electron-log/node';
import { isLogged, type LogLevel } from '#shared/domain/logLevel.ts';
import type { Logger } from '../engine/ports/runtime.ts';
import { redact, redactFacts } from './redaction.ts';

/** Six files of two megabytes hold weeks of five-minute runs and still fit into an e-mail to support when packed. */
const fileBytes = 2 * 1024 * 1024;
const oldFiles = 5;

export type LoggerOptions = {
  /** Folder of the log files; created when missing. */
  readonly folder: string;
  /** Secret values as they are now; none of them is ever written. */
  readonly knownSecrets: () => readonly string[];
  /** Asked at every line: it may change while Plumbline runs. */
  readonly level: () => LogLevel;
};

let isTold = false;
// The library itself complains of a file that takes nothing, at every line and with its stack. Once is enough; self-check `logs` says the rest.
log.transports.console.writeFn = ({ message }) => {
  if (isTold) return;
  isTold = true;
  const [text, error] = message.data;
  const [, file = text] = /Can't write to (.*)$/.exec(String(text)) ?? [];
  const [code = 'unknown error'] = /\bE[A-Z]{3,}\b/.exec(String(error)) ?? [];
  process.stderr.write(`The log cannot be written: ${String(file)} (${code}).\n`);
};

type Facts = Parameters<Logger['info']>[1];

/** Writes `plumbline.log`, one line per event, readable only by the account that Plumbline runs under. */
export function createLogger({ folder, knownSecrets, level }: LoggerOptions): Logger {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const target = log.create({ logId: `plumbline:${folder}` });
  const { file } = target.transports;
  // Only the file: standard output belongs to the command line, and nothing goes to another process.
  for (const transport of Object.values(target.transports)) if (transport) transport.level = false;
  file.level = 'debug';
  file.maxSize = fileBytes;
  file.format = '{iso} {level} {text}';
  file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' };
  // Without a name the library looks for a package.json, upwards from the current folder, and writes nothing where it finds none.
  file.setAppName('Plumbline');
  file.resolvePathFn = () => join(folder, 'plumbline.log');
  file.archiveLogFn = () => rotate(folder);

  function line(event: string, facts: Facts): string {
    const known = knownSecrets();
    const words = redact(event, known);
    return facts === undefined ? words : `${words} ${JSON.stringify(redactFacts(facts, known))}`;
  }
  const writer = (of: LogLevel) => (event: string, facts?: Facts) => {
    if (isLogged(of, level())) target[of](line(event, facts));
  };
  return { debug: writer('debug'), info: writer('info'), warn: writer('warn'), error: writer('error') };
}

function rotate(folder: string): void {
  const name = (age: number) => join(folder, age === 0 ? 'plumbline.log' : `plumbline.${age}.log`);
  for (let age = oldFiles - 1; age >= 0; age -= 1) {
    if (existsSync(name(age))) renameSync(name(age), name(age + 1));
  }
}
