import { createHash } from 'node:crypto';
import type { ChangedEvent, Topic } from '#shared/contract/events.ts';
import { canonicalJson } from '#shared/domain/canonicalJson.ts';
import type { Cor } from '#shared/domain/cor.ts';
import { dateInZone } from '#shared/domain/dates.ts';
import { historyDetail, sentenceLimit } from '#shared/domain/historyDetail.ts';
import { corSnapshot } from '#shared/domain/linkHealth.ts';
import type { Plan } from '#shared/domain/plan.ts';
import { type HistoryEntry, ofNoRecord } from '#shared/domain/records.ts';
import { truncateAt } from '#shared/domain/text.ts';
import type { WriteDecision } from '#shared/domain/writeMode.ts';
import type { EnginePorts } from './engineTypes.ts';
import { currentDecision } from './writing/decision.ts';

/** What every use case works with: the ports, and the ways to tell people. */
export type Context = EnginePorts & {
  /** Tells the screens that something of these topics changed. */
  readonly notify: (topics: readonly Topic[], transfer?: ChangedEvent['transfer']) => void;
  /** Adds to History. Call it inside the transaction of what it tells. */
  readonly tell: (entry: Told) => void;
  /** Today's date in the office. */
  readonly today: () => string;
  /** What happens with approved plans now, by settings, inspection and certificates. */
  readonly writing: () => WriteDecision;
};

export type Told = Pick<HistoryEntry, 'kind' | 'sentence'> &
  Partial<Pick<HistoryEntry, 'by' | 'job' | 'cors' | 'changeOrder' | 'transferId'>> & {
    /** Flat facts besides the sentence: before and after, controls, reasons. */
    readonly detail?: Readonly<Record<string, string>>;
  };

/** What the timers did is told in Plumbline's own name. */
export const byItself = 'Plumbline';

export function createContext(ports: EnginePorts, notify: Context['notify']): Context {
  return {
    ...ports,
    notify,
    tell: (entry) =>
      ports.store.history.add({
        at: ports.clock.now(),
        by: ports.host.person,
        ...ofNoRecord,
        ...(entry.detail?.item === undefined ? {} : { item: entry.detail.item }),
        ...entry,
        sentence: truncateAt(entry.sentence, sentenceLimit),
        detail: detailOf(entry, ports.host),
      }),
    today: () => dateInZone(ports.clock.now(), ports.store.settings.read().timeZone),
    writing: () => currentDecision(ports),
  };
}

/** Whose act it is, is as good as the word of the program that carried it. */
function detailOf({ detail, by }: Told, { personSaid }: EnginePorts['host']): string {
  const said = personSaid === true && by === undefined ? { person: 'as the operator’s own Plumbline says' } : {};
  return detail === undefined && personSaid === undefined ? '' : historyDetail({ ...detail, ...said });
}

/** SHA-256 of the value's canonical JSON, hex: equal values have equal hashes on every machine. */
export function hashOf(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex');
}

/** What an approval is of: every row write, but not what the numbers taken at write time happen to be just now. */
export function planHash(plan: Plan): string {
  const steps = plan.steps.map((step) => ({
    ...step,
    columns: step.columns.map((column) =>
      column.cell.kind === 'take' ? { ...column, cell: { ...column.cell, preview: '' } } : column,
    ),
  }));
  return hashOf({ ...plan, steps });
}

/** The version of a COR that an approval is of. */
export function snapshotHash(cor: Cor): string {
  const known = snapshotHashes.get(cor);
  if (known !== undefined) return known;
  const hash = hashOf(corSnapshot(cor));
  snapshotHashes.set(cor, hash);
  return hash;
}

/** A COR as it was read never changes, and the store hands out the same one as long as it is the latest: planning asks for the same hashes again and again. */
const snapshotHashes = new WeakMap<Cor, string>();
