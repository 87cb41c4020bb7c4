import { parseArgs } from 'node:util';

export type DesktopOptions = {
  readonly home: string | null;
  readonly config: string | null;
  /** The enrolment file to use at this start. */
  readonly enrol: string | null;
};

/** `--home DIR`, `--config FILE` and `--enrol FILE`; what Electron and Chromium understand beside them is theirs. */
export function readDesktopOptions(words: readonly string[]): DesktopOptions {
  const { values } = parseArgs({
    args: [...words],
    options: { home: { type: 'string' }, config: { type: 'string' }, enrol: { type: 'string' } },
    allowPositionals: true,
    strict: false,
  });
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);
  return { home: text(values.home), config: text(values.config), enrol: text(values.enrol) };
}
