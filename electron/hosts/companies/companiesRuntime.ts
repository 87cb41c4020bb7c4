import { type Result, succeed } from '#shared/domain/failure.ts';
import { createRateBudgets } from '../../clouds/procore/rateBudget.ts';
import { createAlarms } from '../alarms/alarms.ts';
import { systemLog } from '../alarms/systemLog.ts';
import { createSystemClock } from '../clock.ts';
import type { Runtime } from '../composition.ts';
import type { Config } from '../config.ts';
import { openInstallation } from '../installation/installation.ts';
import { createLogger } from '../logger.ts';
import { createLogLevel } from '../logLevel.ts';
import { takeMachineLock } from '../machine/machineLock.ts';
import { userHere, type Who } from '../machine/who.ts';
import { createNetwork } from '../network/network.ts';
import { openNetworkBook } from '../network/networkSettings.ts';
import { liveConfig } from '../policy/liveConfig.ts';
import { withoutPolicy } from '../policy/watchPolicy.ts';
import { createSystemRandom } from '../random.ts';
import { createBooksRegister } from './booksRegister.ts';
import type { CompaniesOptions } from './companiesOptions.ts';

type Given = Pick<
  CompaniesOptions,
  'home' | 'version' | 'secrets' | 'clock' | 'config' | 'environment' | 'networkStack' | 'policy' | 'unattended'
>;

/**
 * The one clock, the one source of chance, the one log and the one way out of a process, and the way to keep texts out of the log. Fails in
 * words when nothing certain is known of the way out.
 */
export function createRuntime({
  home,
  version,
  secrets,
  clock,
  config,
  environment,
  networkStack,
  policy = withoutPolicy,
  unattended = false,
}: Given): Result<{
  readonly shared: Runtime;
  /** The configuration with what the policy sets, as it is now. */
  readonly configured: () => Config;
  readonly hide: (texts: readonly string[]) => void;
}> {
  const time = { clock: clock ?? createSystemClock(), random: createSystemRandom() };
  const who: Who = { user: userHere(environment), since: time.clock.now(), home: home.folder, unattended };
  const configured = liveConfig(config, policy);
  const book = openNetworkBook(home.networkFile, () => configured().network);
  if (!book.ok) return book;
  const network = createNetwork({
    settings: book.value.settings,
    password: () => secrets.installation.read('proxy.password') ?? '',
    caFile: book.value.caFile,
    environment,
    stack: networkStack ?? null,
    clock: time.clock,
  });
  const hidden = new Set<string>();
  const installation = openInstallation(home.installationFile, configured);
  const logLevel = createLogLevel(
    () => installation.read().log.level,
    time.clock,
    () => configured().log !== undefined,
  );
  const knownSecrets = () => [...secrets.values(), ...network.secrets(), ...hidden];
  const logger = createLogger({ folder: home.logs, knownSecrets, level: logLevel.now });
  if (installation.unread !== null) logger.error('installation.notRead', { sentence: installation.unread });
  const tellSystem = systemLog(process.platform, environment, logger);
  const alarms = createAlarms({
    settings: () => installation.read().alarms,
    secret: secrets.installation.read,
    fetch: network.fetch,
    clock: time.clock,
    logger,
    memoryFile: home.alarmsFile,
    version,
    tellSystem,
  });
  const listeners = new Set<() => void>();
  return succeed({
    shared: {
      ...time,
      logger,
      installation,
      logLevel,
      version,
      alarms,
      systemLogs: tellSystem !== null,
      timerRuns: {
        tell: () => {
          for (const listener of listeners) listener();
        },
        on: (listener) => {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
      },
      knownSecrets,
      network,
      networkBook: book.value,
      who,
      books: createBooksRegister(),
      lockBooks: (books, company) => takeMachineLock(books, company, who),
      procoreBudgets: createRateBudgets(time.clock, time.random),
    },
    configured,
    hide: (texts) => {
      for (const text of texts) hidden.add(text);
    },
  });
}
