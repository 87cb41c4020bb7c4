import type { CompanyId } from '#shared/domain/company.ts';
import { diskFullFailure } from '#shared/domain/diskFull.ts';
import { fail, type Result, succeed } from '#shared/domain/failure.ts';
import type { UsedHost } from '#shared/domain/network/hosts.ts';
import { createClearstoryAccount } from '../clouds/clearstory/client.ts';
import { createProcoreAccount } from '../clouds/procore/client.ts';
import type { RateBudget } from '../clouds/procore/rateBudget.ts';
import { createEngine } from '../engine/engine.ts';
import type { Engine, EnginePorts } from '../engine/engineTypes.ts';
import type { Host } from '../engine/ports/host.ts';
import type { Clock, Logger, Random } from '../engine/ports/runtime.ts';
import type { Store } from '../engine/ports/store.ts';
import type { LaunchWorker } from '../sage/worker/process.ts';
import { openStore } from '../store/store.ts';
import type { Alarms } from './alarms/alarms.ts';
import { backupCheck } from './backups/backupCheck.ts';
import { freeBytes } from './checks/freeBytes.ts';
import type { BooksRegister } from './companies/booksRegister.ts';
import type { KeptCompanies } from './companies/companiesFile.ts';
import type { KnownCompany } from './companies/knownCompanies.ts';
import { besidePractice, type SetValue, withPracticeAddresses } from './configuredSettings.ts';
import { currentClearstory } from './currentClearstory.ts';
import { currentProcore, procoreSecret } from './currentProcore.ts';
import type { EnrolmentOutcome } from './enrolment/enrolAtStart.ts';
import { enterEnrolled } from './enrolment/enterEnrolled.ts';
import type { Home } from './homeFolder.ts';
import type { Installation } from './installation/installation.ts';
import { booksInWords, booksOnMachine, keepBooks } from './keptBooks.ts';
import { lockByItself } from './lockByItself.ts';
import { withLockedSettings } from './lockedSettings.ts';
import type { LogLevelControl } from './logLevel.ts';
import type { MachineLock } from './machine/machineLock.ts';
import type { Who } from './machine/who.ts';
import { machineChecks } from './machineChecks.ts';
import type { Network } from './network/network.ts';
import { networkChecks } from './network/networkChecks.ts';
import type { NetworkBook } from './network/networkSettings.ts';
import { usedHosts } from './network/usedHosts.ts';
import { personHere } from './person.ts';
import type { PolicyStanding } from './policy/standing.ts';
import { tellSetValues } from './policy/tellSetValues.ts';
import { type Practice, practisedClouds, startPractice, withPractice } from './practice.ts';
import { openSage } from './sage.ts';
import { openSageSide, type SageSide } from './sageSide.ts';
import type { Environment } from './secretNames.ts';
import type { HostSecrets } from './secretStore.ts';

/** What all companies of one process share. */
export type Runtime = {
  readonly clock: Clock;
  readonly random: Random;
  readonly logger: Logger;
  readonly logLevel: LogLevelControl;
  /** Plumbline's own. */
  readonly version: string;
  /** How it makes itself heard outside its screens. */
  readonly alarms: Alarms;
  /** Whether this system has an event log that events go to. */
  readonly systemLogs: boolean;
  /** Runs that the timers of any company started, each told when it has ended. */
  readonly timerRuns: { readonly tell: () => void; readonly on: (listener: () => void) => () => void };
  /** What is set for the installation and not for one company. */
  readonly installation: Installation;
  /** What must never be written anywhere but in its own place. */
  readonly knownSecrets: () => readonly string[];
  /** What this process says of itself to others on this computer. */
  readonly who: Who;
  readonly books: BooksRegister;
  /** The way out for everything that is asked of the internet. */
  readonly network: Network;
  readonly networkBook: NetworkBook;
  /** Keeps every other Plumbline of this computer away from these books. `company`: its name, for the refusal. */
  readonly lockBooks: (books: string, company: string) => Promise<Result<MachineLock>>;
  /** Procore counts the calls of a credential, whichever company makes them. */
  readonly procoreBudgets: (clientId: string) => RateBudget;
};

export type CompositionOptions = {
  readonly kind: Host['kind'];
  readonly version: string;
  readonly home: Home;
  readonly company: KnownCompany;
  /** What stands above the company's settings now: policy and configuration file. */
  readonly values: () => readonly SetValue[];
  /** What an enrolment file said of the company. */
  readonly enrolled: KeptCompanies['enrolled'][string] | undefined;
  /** What became of an enrolment file at this start; null: there was none. */
  readonly enrolment?: EnrolmentOutcome | null;
  /** What the organisation's policy comes to on this computer. */
  readonly policy: () => PolicyStanding;
  /** What of the installation this company tells among what needs a person. */
  readonly matters: NonNullable<Host['matters']>;
  readonly runtime: Runtime;
  readonly environment: Environment;
  readonly secrets: HostSecrets;
  /** Where they are, in words, for the self-checks. */
  readonly secretsPlace: string;
  /** Starts the process that loads the ODBC driver. */
  readonly launchWorker: LaunchWorker;
  /** Told the texts that the log must never hold, before anything is done with them. */
  readonly hide: (texts: readonly string[]) => void;
};

/** One company with its engine, not yet started. */
export type Composed = {
  readonly engine: Engine;
  readonly store: Store;
  readonly companyName: string;
  readonly companyKind: EnginePorts['companyKind'];
  /** The hosts on the internet that it uses now. */
  readonly usedHosts: () => readonly UsedHost[];
  /** For a demo that acts as the people at the other end; null: the cloud is a real one, or not used. */
  readonly practice: Pick<Practice, 'procore'>;
  /** Lets a write that has begun end, then closes everything. */
  readonly stop: () => Promise<void>;
};

/**
 * Puts the ports of one company together, the same way under both hosts.
 * Fails in words: books open in another Plumbline of this computer, store in use or damaged, missing password, sample company not created,
 * other books while change orders wait.
 */
export async function compose(options: CompositionOptions): Promise<Result<Composed>> {
  const { company, home, secrets, environment, runtime } = options;
  const own = secrets.of(company.config.company.id, company.plainSecrets);
  const side = await openSageSide(company.config, home, own, environment);
  if (!side.ok) return side;
  const lock = await runtime.lockBooks(booksOnMachine(side.value.books), side.value.companyName);
  if (!lock.ok) return lock;
  // What was opened is closed again, the last first: when the rest fails, and at the end.
  await using opened = new AsyncDisposableStack();
  opened.defer(lock.value.release);
  const composed = await whereThereIsRoom(() => composeOn(options, side.value, opened));
  if (!composed.ok) return composed;
  const { stop } = composed.value;
  const held = opened.move();
  return succeed({ ...composed.value, stop: () => stop().finally(() => held.disposeAsync()) });
}

/** The same on books that are this Plumbline's alone. */
async function composeOn(
  options: CompositionOptions,
  side: SageSide,
  opened: AsyncDisposableStack,
): Promise<Result<Composed>> {
  const { home } = options;
  const { config, plainSecrets } = options.company;
  const { clock, random } = options.runtime;
  const { network } = options.runtime;
  const { fetch } = network;
  const ownSecrets = options.secrets.of(config.company.id, plainSecrets);
  const practised = practisedClouds(config);
  const secrets = withPractice(ownSecrets, practised, config.company);
  const { company, companyName, companyKind, markerTable, server, passwords } = side;
  options.hide(passwords);
  const logger = loggerOf(options.runtime.logger, company);
  const values = () => besidePractice(options.values(), practised);
  const ownStore = openStore({
    file: home.storeFile(company),
    company,
    clock,
    aroundSettings: (own) => withLockedSettings(own, values),
  });
  if (!ownStore.ok) return ownStore;
  const store = ownStore.value;
  opened.defer(store.close);
  const elsewhere = keepBooks(store, companyName, booksInWords(side.books));
  if (elsewhere !== null) return fail(elsewhere);
  const itself = await lockByItself(options.runtime, store, company, companyName);
  if (!itself.ok) return itself;
  opened.defer(async () => itself.value?.release());
  const practice = await startPractice(practised, clock, home, company);
  opened.defer(practice.close);
  store.settings.write(withPracticeAddresses(store.settings.read(), practice));
  enterEnrolled(store, options.enrolled);
  tellSetValues(store, values(), clock.now());
  const { sage, worker } = openSage({ side, launch: options.launchWorker, clock, random, logger });

  const hosts = () => {
    const settings = store.settings.read();
    const uses = procoreSecret(secrets) !== null && settings.procore.companyId !== '';
    return usedHosts(settings, { clearstory: secrets.clearstoryKey() !== null || !uses, procore: uses });
  };

  const engine = createEngine({
    company,
    companyName,
    companyKind,
    server,
    markerTable,
    store,
    sage,
    procore: currentProcore(
      () => store.settings.read().procore,
      (environment, signIn) =>
        createProcoreAccount({
          fetch,
          clock,
          random,
          environment,
          companyId: () => store.settings.read().procore.companyId,
          credentials: () => procoreSecret(secrets),
          budgetView: () => store.settings.read().procore.budgetView.trim() || null,
          budgets: options.runtime.procoreBudgets,
          ...(signIn === 'person' ? { login: secrets } : {}),
        }),
    ),
    clearstory: currentClearstory(
      () => store.settings.read().clearstory.baseUrl,
      (baseUrl) => createClearstoryAccount({ fetch, baseUrl, credentials: secrets.clearstoryKey, clock, random }),
    ),
    secrets,
    clock,
    random,
    logger,
    locks: () => values().map(({ key, path, by }) => ({ key, path, by })),
    onTimerRun: options.runtime.timerRuns.tell,
    companyOn: (found) => options.runtime.books.found(company, found),
    host: {
      kind: options.kind,
      version: options.version,
      person: config.person ?? personHere(),
      matters: options.matters,
      checks: async () => [
        backupCheck(store, clock.now()),
        ...(await machineChecks({
          logFolder: home.logs,
          logLevel: options.runtime.logLevel.now,
          environment: options.environment,
          secretsRefused: options.secrets.refused,
          version: options.version,
          homeFolder: home.folder,
          freeBytes,
          usesOdbc: config.sage?.kind === 'odbc',
          odbcInstalled: () => worker.call('odbcInstalled'),
          secretsPlace: practised.clearstory ? 'the practice Clearstory' : options.secretsPlace,
          keyStored: () => secrets.clearstoryKey() !== null,
          keyVariables: [secrets.variable('clearstory.keyId'), secrets.variable('clearstory.secret')],
          timeZone: () => store.settings.read().timeZone,
          now: clock.now,
          laterRuns: () => store.runs.since(clock.now()).map(({ endedAt }) => endedAt),
          policy: options.policy(),
          enrolment: options.enrolment ?? null,
        })),
        ...(await networkChecks(network, random, options.runtime.networkBook.settings(), hosts())),
      ],
    },
  });
  logger.info('host.composed', {
    version: options.version,
    kind: options.kind,
    practice: practised.clearstory || practised.procore,
  });
  return succeed({
    engine,
    store,
    companyName,
    companyKind,
    usedHosts: hosts,
    practice,
    stop: async () => {
      await engine.stop();
      await worker.close();
      logger.info('host.stopped');
    },
  });
}

/** What every start notes in the store finds no room on a full disk. */
async function whereThereIsRoom<T>(start: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await start();
  } catch (error) {
    const full = diskFullFailure(error);
    if (full === null) throw error;
    return fail({ ...full, remedy: 'Make room on that disk, then start Plumbline again.' });
  }
}

/** Every line of the log says whose it is. */
function loggerOf(logger: Logger, company: CompanyId): Logger {
  return {
    debug: (event, facts) => logger.debug(event, { company, ...facts }),
    info: (event, facts) => logger.info(event, { company, ...facts }),
    warn: (event, facts) => logger.warn(event, { company, ...facts }),
    error: (event, facts) => logger.error(event, { company, ...facts }),
  };
}
