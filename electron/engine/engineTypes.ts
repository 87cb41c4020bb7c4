import type { ChangedEvent } from '#shared/contract/events.ts';
import type { CompanyId } from '#shared/domain/company.ts';
import type { Failure } from '#shared/domain/failure.ts';
import type { ItemKind } from '#shared/domain/procore/item.ts';
import type { Books } from '#shared/domain/sage/catalog.ts';
import type { SettingLock } from '#shared/domain/settingLocks.ts';
import type { ClearstoryAccount } from './ports/cloudAccount.ts';
import type { Host } from './ports/host.ts';
import type { ProcoreAccount } from './ports/procoreAccount.ts';
import type { Clock, Logger, Random, Secrets } from './ports/runtime.ts';
import type { SageCompany } from './ports/sageCompany.ts';
import type { Store } from './ports/store.ts';
import type { ItemKindModule } from './procore/kindModule.ts';

/** Everything the engine needs from outside; the hosts put it together. */
export type EnginePorts = {
  /** Stable id of the Sage company, part of every plan. */
  readonly company: CompanyId;
  readonly companyName: string;
  readonly companyKind: 'sample' | 'live';
  /** Where the company's database is, for people; no secrets. */
  readonly server: string;
  /** The table of markers that goes with this database; markers in record fields need none. */
  readonly markerTable: 'companionDatabase' | 'sampleFile';
  readonly store: Store;
  readonly sage: SageCompany;
  readonly clearstory: ClearstoryAccount;
  readonly procore: ProcoreAccount;
  readonly secrets: Secrets;
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  readonly host: Host;
  /** Told after each run that a timer started; absent where nobody listens. */
  readonly onTimerRun?: () => void;
  /** Of a kind of item of Procore, what the outbox needs of it. */
  readonly kindModule: (kind: ItemKind) => Pick<ItemKindModule, 'source' | 'settleTransfer' | 'settleAct'>;
  /** The settings that no screen may change, as they stand now; absent where nothing is locked. */
  readonly locks?: () => readonly SettingLock[];
  /** The name of another company of this installation that was on these books first; absent where there is no other. */
  readonly companyOn?: (books: Books) => string | null;
};

export type Side = 'sage' | 'clearstory' | 'procore' | 'push';

/** One run of one side, told so that a command line or a screen can repeat it. */
export type SyncReport = {
  readonly side: Side;
  readonly outcome: 'ok' | 'partial' | 'failed' | 'skipped';
  readonly sentence: string;
  readonly rowsRead: number;
  readonly changed: number;
  readonly failure: Failure | null;
};

export type Reply = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly failure: Failure };

/** The one engine behind both hosts. */
export type Engine = {
  /** Any channel of the contract: checks the request, acts, checks the response. `person`: who asks, where that is not the host's own. Never throws. */
  readonly request: (channel: string, payload: unknown, person?: string) => Promise<Reply>;
  readonly onChanged: (listener: (event: ChangedEvent) => void) => () => void;
  /** Runs sides now, one after the other, whatever the timers say. */
  readonly sync: (sides: readonly Side[]) => Promise<readonly SyncReport[]>;
  /** Starts the timers. */
  readonly start: () => void;
  /** Lets timers that are started rest for so many milliseconds; what is going on goes on. */
  readonly rest: (ms: number) => void;
  /** Stops the timers, waits for a write that has begun, closes the store and Sage. */
  readonly stop: () => Promise<void>;
};
