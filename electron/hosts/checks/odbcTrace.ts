import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Check } from '../../engine/diagnostics/check.ts';
import { runProgram, systemProgram } from '../machine/runProgram.ts';
import type { Environment } from '../secretNames.ts';

/** The driver manager writes every statement with its values into a file while its tracing is on: names, amounts, and logins. */

/** In: what `reg query … /v Trace` printed: `Trace    REG_SZ    1`. */
export function isTracedInRegistry(output: string): boolean {
  return /^\s*Trace\s+REG_(?:SZ|DWORD)\s+(?:0x)?0*1\s*$/im.test(output);
}

/** In: the text of unixODBC's odbcinst.ini: `Trace = Yes` in its section `[ODBC]`. */
export function isTracedInIni(text: string): boolean {
  let section = '';
  return text.split('\n').some((line) => {
    section = /^\s*\[([^\]]*)\]/.exec(line)?.[1]?.toLowerCase() ?? section;
    return section === 'odbc' && /^\s*trace\s*=\s*(?:1|y|yes|on|true)\s*$/i.test(line);
  });
}

export async function odbcTraceCheck(environment: Environment): Promise<Check> {
  const id = 'odbc.trace';
  const title = 'ODBC writes no trace';
  if (!(await isTraced(environment))) return { id, title, result: 'ok', sentence: 'Tracing is off.', remedy: '' };
  const sentence =
    'ODBC tracing is on: every statement is written into a file, with the names and amounts in it, by every program.';
  const remedy =
    process.platform === 'win32'
      ? 'Stop it in Windows’ ODBC Data Sources, Tracing, and delete the file that stands there.'
      : 'Set Trace = No under [ODBC] in odbcinst.ini, and delete the file that TraceFile names.';
  return { id, title, result: 'warn', sentence, remedy };
}

async function isTraced(environment: Environment): Promise<boolean> {
  if (process.platform !== 'win32') {
    const folder = environment.ODBCSYSINI ?? '/etc';
    return isTracedInIni(textOf(join(folder, environment.ODBCINSTINI ?? 'odbcinst.ini')));
  }
  const roots = ['HKCU', 'HKLM'];
  const outputs = await Promise.all(roots.map((root) => query(environment, `${root}\\SOFTWARE\\ODBC\\ODBC.INI\\ODBC`)));
  return outputs.some(isTracedInRegistry);
}

async function query(environment: Environment, key: string): Promise<string> {
  const { output } = await runProgram(systemProgram(environment, 'reg.exe'), ['query', key, '/v', 'Trace'], 15_000);
  return output;
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    // Not there: nothing is set in it.
    return '';
  }
}
