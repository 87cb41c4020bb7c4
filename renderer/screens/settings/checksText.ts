import type { CheckResult } from '#shared/contract/settings.ts';

const marks: Readonly<Record<CheckResult['result'], string>> = {
  ok: 'OK  ',
  warn: 'WARN',
  fail: 'FAIL',
  notTried: '–   ',
};

/** The results as plain text, for a message to support. */
export function checksText(checks: readonly CheckResult[], version: string): string {
  const lines = checks.map(({ number, title, result, sentence, remedy }) =>
    [
      `${marks[result]} ${number}. ${title}: ${sentence}`,
      ...(remedy === '' ? [] : [`     ${result === 'ok' ? '' : 'What to do: '}${remedy}`]),
    ].join('\n'),
  );
  return [`Plumbline ${version}, diagnostics`, ...lines].join('\n');
}
