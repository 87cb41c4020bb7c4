import type { CheckResult } from '#shared/contract/settings.ts';
import type { AttentionFacts } from '#shared/domain/attention.ts';

/** What only the host (desktop or browser) knows about the machine it runs on. */
export type Host = {
  readonly kind: 'desktop' | 'browser';
  readonly version: string;
  /** The person at the machine, for History and Sage's entered-by field. */
  readonly person: string;
  /** The person is another user of this computer, as his own Plumbline says. */
  readonly personSaid?: true;
  /** What of the installation needs a person; told to one company alone, so that it counts once. Absent where there is none. */
  readonly matters?: () => AttentionFacts['installation'];
  /** Self-checks of the machine: program, disk, key, ODBC, clock. Numbered by the caller. */
  readonly checks: () => Promise<readonly Omit<CheckResult, 'number'>[]>;
};
