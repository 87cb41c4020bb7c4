import type { CheckResult } from '#shared/contract/settings.ts';

/** What only the host (desktop or browser) knows about the machine it runs on. */
export type Host = {
  readonly kind: 'desktop' | 'browser';
  readonly version: string;
  /** The person at the machine, for History and Sage's entered-by field. */
  readonly person: string;
  /** The person is another user of this computer, as his own Plumbline says. */
  readonly personSaid?: true;
  /** Self-checks of the machine: program, disk, key, ODBC, clock. Numbered by the caller. */
  readonly checks: () => Promise<readonly Omit<CheckResult, 'number'>[]>;
};
