import { parseMoney } from '#shared/domain/money.ts';
import type { ProcoreLink } from '#shared/domain/procore/link.ts';

/** Under this name a link keeps what a line that was appended to an order came to. */
export const agreedLine = (line: string) => `line:${line}`;

/** Which lines of a change are still in the order as they were appended. A number alone says nothing: Sage gives it out again. */
export function keptLines(
  { agreed }: Pick<ProcoreLink, 'agreed'>,
  lines: readonly { readonly line: string; readonly extended: string }[],
): { readonly there: readonly string[]; readonly missing: readonly string[] } {
  const prefix = agreedLine('');
  const there: string[] = [];
  const missing: string[] = [];
  for (const [name, amount] of Object.entries(agreed)) {
    if (!name.startsWith(prefix)) continue;
    const line = name.slice(prefix.length);
    const found = lines.find((one) => one.line === line);
    (found !== undefined && parseMoney(found.extended) === amount ? there : missing).push(line);
  }
  return { there, missing };
}
