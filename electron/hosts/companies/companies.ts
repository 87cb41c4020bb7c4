import type { CompanyEvent } from '#shared/contract/companies.ts';
import type { CompanyId } from '#shared/domain/company.ts';
import { type Failure, fail, type Result, succeed } from '#shared/domain/failure.ts';
import type { Reply } from '../../engine/engineTypes.ts';
import { createMutex } from '../../mutex.ts';
import { startAlarms } from '../alarms/startAlarms.ts';
import { createBackupTimer } from '../backups/backupTimer.ts';
import { type Composed, compose, type Runtime } from '../composition.ts';
import { logEnrolment } from '../enrolment/logEnrolment.ts';
import { personHere } from '../person.ts';
import { bookValues } from '../policy/governed.ts';
import { type PolicyValues, policyFor } from '../policy/policy.ts';
import { type PolicyStanding, policyMatters } from '../policy/standing.ts';
import { withoutPolicy } from '../policy/watchPolicy.ts';
import { logUncaught } from '../processLog.ts';
import { createReleaseCheck, type ReleaseCheck } from '../release/releaseCheck.ts';
import { type KeptCompanies, readCompaniesFile, writeCompaniesFile } from './companiesFile.ts';
import type { CompaniesOptions } from './companiesOptions.ts';
import { createRuntime } from './companiesRuntime.ts';
import { followPolicy } from './followPolicy.ts';
import { governedList } from './governedList.ts';
import { booksOfCompany, type KnownCompany } from './knownCompanies.ts';

/** How one company stands in this process. */
export type Place =
  | { readonly state: 'opening' }
  | { readonly state: 'open'; readonly composed: Composed }
  | { readonly state: 'failed'; readonly failure: Failure };

export type Surroundings = Pick<CompaniesOptions, 'launchWorker' | 'environment'> & {
  /** Who acts on the screens here. */
  readonly person: string;
  readonly hide: (texts: readonly string[]) => void;
};

/** All companies of one installation, each with its own engine, side by side in one process. */
export type Companies = {
  readonly known: () => readonly KnownCompany[];
  readonly placeOf: (id: CompanyId) => Place;
  readonly kept: () => KeptCompanies;
  /** What trying a connection takes. */
  readonly surroundings: Surroundings;
  /** A request of the contract to one company. Never throws. */
  readonly request: (company: string, channel: string, payload: unknown, person?: string) => Promise<Reply>;
  readonly onChanged: (listener: (event: CompanyEvent) => void) => () => void;
  /** Keeps another list of entered companies on the disk and in mind; opens and closes what is new and gone. */
  readonly keep: (kept: KeptCompanies) => Failure | null;
  /** Closes a company and opens it anew from what is known of it now. Resolves when it is open or has failed. */
  readonly reopen: (id: CompanyId) => Promise<void>;
  readonly close: (id: CompanyId) => Promise<void>;
  /** What the organisation's policy comes to here. */
  readonly standing: () => PolicyStanding;
  /** What of it is about a company's name and connection, for one that may not be kept yet. */
  readonly bookPolicy: (id: CompanyId) => PolicyValues;
  /** One change of the list at a time. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
  /** News of versions. `address`: where they are asked for; null: nowhere. */
  readonly release: { readonly check: ReleaseCheck; readonly version: string; readonly address: () => string | null };
  /** Starts the timers, one company after the other. */
  readonly start: () => void;
  /** Lets all timers rest for so many milliseconds, and then go on one company after the other. */
  readonly rest: (ms: number) => void;
  readonly stop: () => Promise<void>;
} & Runtime;

/** Between the timers of two companies, so that they do not all ask the same server in the same second. */
const staggerMs = 4_000;

/**
 * Opens every company, or the one named; one that cannot be opened is kept with its failure, and the others work. Fails when none could
 * be opened and no screen could help.
 */
export async function openCompanies(options: CompaniesOptions): Promise<Result<Companies>> {
  const { home, config, only } = options;
  const read = readCompaniesFile(home.companiesFile);
  if (!read.ok) return read;
  let kept = read.value;
  const runtime = createRuntime(options);
  if (!runtime.ok) return runtime;
  const { shared, configured, hide } = runtime.value;
  const { clock, logger } = shared;
  const listensNoMore = logUncaught(process, logger, process.versions.electron !== undefined);
  logger.info('process.start', {
    version: options.version,
    host: options.kind,
    pid: process.pid,
    runtime: process.versions.electron ?? process.versions.node,
    system: `${process.platform} ${process.arch}`,
  });
  logEnrolment(logger, options.enrolment ?? null);
  const policy = options.policy ?? withoutPolicy;
  const list = governedList(config, () => kept, policy, clock);
  const listed = (): readonly KnownCompany[] => list().companies;
  const known = () => (only === null ? listed() : listed().filter(({ id }) => id === only));
  if (known().length === 0) return fail(unknownCompany(only ?? '', listed()));

  const places = new Map<CompanyId, Place>();
  const openedAs = new Map<CompanyId, KnownCompany>();
  const listeners = new Set<(event: CompanyEvent) => void>();
  const tell = (event: CompanyEvent) => {
    for (const listener of listeners) listener(event);
  };
  const cancels = new Map<CompanyId, () => void>();
  const address = () => {
    const { check = true, address: named = null } = configured().updates ?? {};
    return check ? named : null;
  };
  const release = {
    version: options.version,
    address,
    check: createReleaseCheck({
      ...shared,
      fetch: shared.network.fetch,
      version: options.version,
      address,
      onNews: () => tell(listChanged),
    }),
  };
  let started = false;
  /** What is of the installation is told once, by the first company that is open. */
  const tellsForAll = (id: CompanyId) => known().find((one) => places.get(one.id)?.state === 'open')?.id === id;

  const open = async (company: KnownCompany): Promise<void> => {
    places.set(company.id, { state: 'opening' });
    openedAs.set(company.id, company);
    shared.books.enter(company.id, company.name);
    const values = () => listed().find(({ id }) => id === company.id)?.values ?? company.values;
    const opened =
      sameBooks(company, known()) ??
      (await compose({
        ...options,
        company,
        enrolled: kept.enrolled[company.id],
        values,
        policy: () => list().standing,
        matters: () => (tellsForAll(company.id) ? policyMatters(list().standing) : []),
        runtime: shared,
        hide,
      }));
    if (!opened.ok) {
      const { code, sentence } = opened.failure;
      shared.logger.error('company.notOpened', { company: company.id, code, sentence });
      places.set(company.id, { state: 'failed', failure: opened.failure });
      return;
    }
    const composed = opened.value;
    composed.engine.onChanged((event) => tell({ ...event, company: company.id }));
    places.set(company.id, { state: 'open', composed });
  };
  const startOne = (id: CompanyId, delayMs: number): void => {
    const begin = () => {
      const place = places.get(id);
      if (place?.state === 'open') place.composed.engine.start();
    };
    if (delayMs === 0) begin();
    else cancels.set(id, clock.after(delayMs, begin));
  };
  const close = async (id: CompanyId): Promise<void> => {
    cancels.get(id)?.();
    const place = places.get(id);
    places.set(id, { state: 'opening' });
    openedAs.delete(id);
    shared.books.leave(id);
    if (place?.state === 'open') await place.composed.stop();
  };

  for (const company of known()) await open(company);
  const hopeless = hopelessFailure(known(), places);
  if (hopeless !== null) {
    logger.error('process.notStarted', { code: hopeless.code });
    listensNoMore();
    return fail(hopeless);
  }
  const turns = createMutex();
  const reopen = async (id: CompanyId): Promise<void> => {
    await close(id);
    tell(listChanged);
    const company = known().find((one) => one.id === id);
    if (company === undefined) places.delete(id);
    else await open(company);
    if (started) startOne(id, 0);
    tell(listChanged);
  };
  const unfollow = followPolicy(policy, {
    known,
    opened: () => [...openedAs.values()],
    storeOf: (id) => {
      const place = places.get(id);
      return place?.state === 'open' ? place.composed.store : null;
    },
    reopen: (ids) =>
      turns(async () => {
        for (const id of ids) await reopen(id);
      }),
    tell: () => tell({ company: null, topics: ['settings', 'status', 'procore'], transfer: null }),
    runtime: shared,
    standing: () => list().standing,
  });

  let stopAlarms: () => void = () => {};
  const backups = createBackupTimer(home);
  const all: Companies = {
    ...shared,
    known,
    kept: () => kept,
    surroundings: {
      launchWorker: options.launchWorker,
      environment: options.environment,
      get person() {
        return configured().person ?? personHere();
      },
      hide,
    },
    placeOf: (id) => places.get(id) ?? { state: 'opening' },
    request: async (company, channel, payload, person) => {
      const found = known().find(({ id }) => id === company);
      if (found === undefined) return fail(unknownCompany(company, known()));
      const place = places.get(found.id);
      if (place?.state === 'failed') return fail(place.failure);
      return place?.state === 'open' ? place.composed.engine.request(channel, payload, person) : fail(opening(found));
    },
    onChanged: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    keep: (next) => {
      const failed = writeCompaniesFile(home.companiesFile, next);
      if (failed === null) kept = next;
      return failed;
    },
    reopen,
    close: async (id) => {
      await close(id);
      places.delete(id);
      tell(listChanged);
    },
    inTurn: turns,
    standing: () => list().standing,
    bookPolicy: (id) => bookValues(policyFor(policy.current(), id)),
    release,
    start: () => {
      started = true;
      stopAlarms = startAlarms(all);
      backups.start(all);
      policy.start(clock);
      release.check.start();
      known().forEach(({ id }, index) => {
        startOne(id, index * staggerMs);
      });
    },
    rest: (ms) => {
      known().forEach(({ id }, index) => {
        const place = places.get(id);
        if (place?.state === 'open') place.composed.engine.rest(ms + index * staggerMs);
      });
    },
    stop: async () => {
      stopAlarms();
      unfollow();
      policy.stop();
      backups.stop();
      release.check.stop();
      await turns(async () => undefined);
      await Promise.all([...places.keys()].map(close));
      logger.info('process.end', { pid: process.pid });
      listensNoMore();
    },
  };
  return succeed(all);
}

const listChanged: CompanyEvent = { company: null, topics: ['status'], transfer: null };

/** Codes of failures that no change on a screen of this process could mend. */
const runningElsewhere = new Set(['store.inUse', 'company.runsElsewhere', 'company.lockSilent']);

/** The failure to end with: none is open, and nothing that a screen could change would help. */
function hopelessFailure(known: readonly KnownCompany[], places: ReadonlyMap<CompanyId, Place>): Failure | null {
  const failures = [...places.values()].flatMap((place) => (place.state === 'failed' ? [place.failure] : []));
  // A damaged store is put right on the screen, or by `backup restore`.
  if (failures.length < known.length || failures.every(({ code }) => code === 'store.damaged')) return null;
  const [first = null] = failures;
  const canBeChanged = known.some(({ origin }) => origin === 'screen' || origin === 'policy');
  return canBeChanged && !runningElsewhere.has(first?.code ?? '') ? null : first;
}

/** Two companies with the same books would take each other's change orders for changes made in Sage. */
function sameBooks(company: KnownCompany, known: readonly KnownCompany[]): Result<never> | null {
  const place = known.findIndex(({ id }) => id === company.id);
  const earlier = known.slice(0, place).find((one) => booksOfCompany(one) === booksOfCompany(company));
  if (earlier === undefined) return null;
  return fail({
    next: 'needsPerson',
    code: 'company.sameBooks',
    sentence: `${company.name} is connected to the same database as ${earlier.name}, so that it was not opened.`,
    remedy: 'Correct the database of one of them, or remove one.',
  });
}

function unknownCompany(id: string, known: readonly KnownCompany[]): Failure {
  return {
    next: 'needsPerson',
    code: 'company.unknown',
    sentence: `Plumbline knows no company “${id.slice(0, 60)}” here. It knows ${known.map((one) => one.id).join(', ')}.`,
    remedy: 'Check the short name, or reload the page if a company was removed.',
  };
}

function opening({ name }: KnownCompany): Failure {
  return { next: 'retry', code: 'company.opening', sentence: `${name} is being opened. This takes a moment.` };
}
