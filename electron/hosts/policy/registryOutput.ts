import type { PolicyEntry } from './policy.ts';
import type { RawValue } from './policyValue.ts';

/** Where Group Policy puts what the template sets. */
export const policyRegistryKey = 'HKEY_LOCAL_MACHINE\\SOFTWARE\\Policies\\Plumbline';

/** Four spaces, the name, four spaces, the type, four spaces, the data: that is how `reg query` writes a value. */
const valueLine = /^ {4}(.*?) {4}(REG_[A-Z_]+)(?: {4}(.*))?$/;

/**
 * What `reg query KEY /s` printed, value by value. The path leaves out the key itself: `schedule.pushMinutes`,
 * `Companies/acme/timeZone`. The unnamed value of a key, whose name is written in the language of Windows, is left out: nothing is
 * set by it. A line that begins no value goes on with the text of the last one.
 */
export function parseRegistryOutput(output: string, root: string = policyRegistryKey): readonly PolicyEntry[] {
  const found: { path: string; type: string; data: string }[] = [];
  let folder: string | null = null;
  for (const line of output.split(/\r\n|\r|\n/)) {
    const key = keyOf(line, root);
    if (key !== null) {
      folder = key;
      continue;
    }
    if (folder === null) continue;
    const [whole, name = '', type = '', data = ''] = valueLine.exec(line) ?? [];
    const last = found.at(-1);
    if (whole !== undefined) found.push({ path: pathOf(folder, name), type, data });
    else if (line.trim() !== '' && last?.type === 'REG_SZ') last.data += `\n${line}`;
  }
  return found
    .filter(({ path }) => !isUnnamed(path))
    .map(({ path, type, data }) => ({ path, value: typedValue(type, data) }));
}

/** The part of a key below the root; empty for the root itself. Null for a line that is none of ours. */
function keyOf(line: string, root: string): string | null {
  const [key, whole] = [line.trimEnd().toLowerCase(), root.toLowerCase()];
  if (key === whole) return '';
  return key.startsWith(`${whole}\\`) ? line.trimEnd().slice(root.length + 1) : null;
}

function pathOf(folder: string, name: string): string {
  return [...folder.split('\\').filter((part) => part !== ''), name].join('/');
}

/** `(Default)`, `(Standard)`, `(par défaut)`: no setting has brackets in its name. */
function isUnnamed(path: string): boolean {
  return /(^|\/)\(.*\)$/.test(path);
}

/** Numbers are written as `0x…`, the lines of a list with `\0` between them. */
function typedValue(type: string, data: string): RawValue {
  switch (type) {
    case 'REG_SZ':
    case 'REG_EXPAND_SZ':
      return data;
    case 'REG_MULTI_SZ':
      return data.split('\\0').filter((part) => part !== '');
    case 'REG_DWORD':
    case 'REG_QWORD':
      return Number(data);
    default:
      // Refused by whatever setting it is for.
      return { type };
  }
}
