import { createRateBudgets } from '../../clouds/procore/rateBudget.ts';
import { createSystemClock } from '../clock.ts';
import type { Runtime } from '../composition.ts';
import { createLogger } from '../logger.ts';
import { createSystemRandom } from '../random.ts';
import { createBooksRegister } from './booksRegister.ts';
import type { CompaniesOptions } from './companiesOptions.ts';

/** The one clock, the one source of chance and the one log of a process, and the way to keep texts out of the log. */
export function createRuntime({ home, secrets, clock }: Pick<CompaniesOptions, 'home' | 'secrets' | 'clock'>): {
  readonly shared: Runtime;
  readonly hide: (texts: readonly string[]) => void;
} {
  const time = { clock: clock ?? createSystemClock(), random: createSystemRandom() };
  const hidden = new Set<string>();
  const logger = createLogger({ folder: home.logs, knownSecrets: () => [...secrets.values(), ...hidden] });
  return {
    shared: {
      ...time,
      logger,
      books: createBooksRegister(),
      procoreBudgets: createRateBudgets(time.clock, time.random),
    },
    hide: (texts) => {
      for (const text of texts) hidden.add(text);
    },
  };
}
