/** The statements that the scripted driver understands; see mock.h. */

/** A column as the driver describes it: the number of its SQL type in sql.h, its size and its digits. */
export type ScriptedColumn = {
  readonly name: string;
  readonly type: number;
  readonly size: number;
  readonly digits?: number;
};

/** A value that cannot be converted: the row that has it fails. */
export const failing = Symbol('a value that cannot be converted');
/** The length of the buffer that the binding offers for the value, in bytes. */
export const bufferLength = Symbol('the length of the buffer');

export type ScriptedValue = string | null | typeof failing | typeof bufferLength;

/** A result of these columns and rows. */
export function resultOf(columns: readonly ScriptedColumn[], rows: readonly (readonly ScriptedValue[])[]): string {
  const described = columns.map(({ name, type, size, digits = 0 }) => ['column', name, type, size, digits].join('\t'));
  return [...described, ...rows.map((row) => ['row', ...row.map(spelt)].join('\t'))].join('\n');
}

/** Answers one row for each parameter: how it was bound, what the server understands of it, and its bytes. */
export function echoOf(parameters: number): string {
  return `echo\t${'?'.repeat(parameters)}`;
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\0': '\\0', ';': '\\s' };

function spelt(value: ScriptedValue): string {
  if (value === null) return '\\N';
  if (value === failing) return '\\E';
  if (value === bufferLength) return '\\L';
  return value.replace(/[\\\t\n\0;]/g, (character) => escapes[character] ?? character);
}
