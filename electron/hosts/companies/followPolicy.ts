import type { CompanyId } from '#shared/domain/company.ts';
import type { Clock, Logger } from '../../engine/ports/runtime.ts';
import type { Store } from '../../engine/ports/store.ts';
import type { PolicyStanding } from '../policy/standing.ts';
import { tellSetValues } from '../policy/tellSetValues.ts';
import type { PolicyWatch } from '../policy/watchPolicy.ts';
import type { KnownCompany } from './knownCompanies.ts';

type Followed = {
  readonly known: () => readonly KnownCompany[];
  /** The open companies as they were when they were opened. */
  readonly opened: () => readonly KnownCompany[];
  /** Null while the company is not open. */
  readonly storeOf: (id: CompanyId) => Store | null;
  readonly reopen: (ids: readonly CompanyId[]) => Promise<void>;
  /** Lets the screens look again. */
  readonly tell: () => void;
  readonly runtime: { readonly clock: Clock; readonly logger: Logger };
  readonly standing: () => PolicyStanding;
};

/**
 * Acts on every change of the policy while Plumbline runs: settings hold at once, a company whose books or name changed is opened anew,
 * new ones are opened and gone ones closed. Out: ends it.
 */
export function followPolicy(policy: PolicyWatch, followed: Followed): () => void {
  const { known, opened, storeOf, reopen, tell, runtime, standing } = followed;
  const say = () => {
    const { source, count, problems } = standing();
    const facts = { source, settings: count, problems: problems.map(({ sentence }) => sentence).join(' ') };
    if (problems.length > 0) runtime.logger.warn('policy.wrong', facts);
    else if (count > 0) runtime.logger.info('policy.read', facts);
  };
  say();
  return policy.onChanged(() => {
    const [before, now] = [opened(), known()];
    const ids = [...new Set([...before, ...now].map(({ id }) => id))];
    const changed = ids.filter((id) => booksText(before, id) !== booksText(now, id));
    say();
    for (const { id, values } of now) {
      const store = changed.includes(id) ? null : storeOf(id);
      if (store === null) continue;
      // On a full disk History hears of it at the next change or start; what the policy sets holds all the same.
      try {
        tellSetValues(store, values, runtime.clock.now());
      } catch (error) {
        runtime.logger.error('policy.notTold', { company: id, error: String(error) });
      }
    }
    tell();
    if (changed.length > 0) void reopen(changed);
  });
}

/** What a company has to be opened anew for. */
function booksText(companies: readonly KnownCompany[], id: CompanyId): string {
  const company = companies.find((one) => one.id === id);
  return company === undefined ? '' : JSON.stringify([company.name, company.config.sage, company.config.person]);
}
