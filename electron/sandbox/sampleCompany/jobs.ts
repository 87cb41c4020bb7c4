import { parseScaled } from '#shared/domain/decimal.ts';
import { type StoryJob, jobs as storyJobs } from '../story/jobs.ts';
import { at, between, dayText, dollars, lastDay, pick, rowIdOf, seeded, share } from './chance.ts';
import { clientNumber } from './clients.ts';
import { auditColumns, padded, type SampleRow, sampleRow } from './rows.ts';
import { buildings, places, streets, works } from './words/places.ts';
import { commonTrades, type TradeName, trades } from './words/trades.ts';

/** A job with what its documents are made from. */
export type SampleJob = {
  readonly block: number;
  readonly number: string;
  readonly name: string;
  readonly shortName: string;
  readonly client: string;
  readonly status: StoryJob['status'];
  readonly inactive: boolean;
  /** Cents. */
  readonly contract: bigint;
  readonly city: string;
  readonly phases: readonly string[];
  readonly trades: readonly TradeName[];
  /** Days of the time line between which documents of this job are written. */
  readonly from: number;
  readonly to: number;
  /** Came from the FoxPro edition: texts are padded with blanks. */
  readonly migrated: boolean;
};

/** Multiplied jobs end here, so that whatever is newest belongs to the story. */
const lastMultipliedDay = 668;

const activeDays: Readonly<Record<StoryJob['status'], readonly [number, number]>> = {
  '1': [560, 640],
  '2': [540, 610],
  '3': [590, lastDay - 3],
  '4': [330, lastDay - 1],
  '5': [60, 500],
  '6': [2, 300],
};

/** Work that a job's name promises. */
const namedTrades: Readonly<Record<string, readonly TradeName[]>> = {
  '2401': ['steel', 'demolition', 'masonry'],
  '2402': ['sprinkler', 'hvac', 'flooring', 'painting', 'doors'],
  '2404': ['alarm', 'doors', 'painting', 'demolition'],
  '2405': ['refrigeration', 'earthwork', 'steel', 'sprinkler'],
  '2406': ['earthwork', 'steel', 'paving', 'elevator'],
  '2408': ['marine', 'paving', 'steel'],
  '2410': ['hvac', 'carpentry', 'demolition'],
  '2411': ['tile', 'hvac', 'carpentry'],
  '2412': ['masonry', 'glazing', 'painting'],
  '2305': ['refrigeration', 'painting'],
  '2306': ['elevator', 'alarm'],
};

const otherTrades = Object.keys(trades).filter(
  (name): name is TradeName => Object.hasOwn(trades, name) && !commonTrades.some((common) => common === name),
);

function tradesOf(storyNumber: string, number: string): readonly TradeName[] {
  const start = seeded('trades', number);
  const chosen = [0, 1, 2, 3].map((step) => at(otherTrades, (start % otherTrades.length) + step * 5));
  return [...new Set([...commonTrades, ...(namedTrades[storyNumber] ?? []), ...chosen])].slice(0, 10);
}

/** Each combination once before the first comes again: 7 has no factor in common with their count. */
function multipliedName(ordinal: number): string {
  const count = places.length * buildings.length * works.length;
  const mixed = (ordinal * 7) % count;
  const building = Math.floor(mixed / places.length);
  return `${at(places, mixed)} ${at(buildings, building)} ${at(works, Math.floor(building / buildings.length))}`;
}

function jobIn(block: number, index: number): SampleJob {
  const story = at(storyJobs, index);
  const ordinal = (block - 1) * storyJobs.length + index;
  const number = block === 0 ? story.number : String(10_001 + ordinal);
  const name = block === 0 ? story.name : multipliedName(ordinal);
  const contract = parseScaled(story.contract, 2) ?? 0n;
  const [from, to] = activeDays[story.status];
  return {
    block,
    number,
    name,
    shortName: block === 0 ? story.shortName : name.slice(0, 30).trim(),
    client: clientNumber(block, story.client),
    status: story.status,
    inactive: story.inactive === true,
    contract: block === 0 ? contract : share(contract, BigInt(between(60, 140, number, 'size')), 100n),
    city: story.city,
    phases: story.phases,
    trades: tradesOf(story.number, number),
    from,
    to: block === 0 ? to : Math.min(to, lastMultipliedDay),
    migrated: block === 0 && (number === '2303' || number === '2304'),
  };
}

/** The story's jobs, then the same shapes again under other names and numbers, block by block. */
export function* sampleJobs(scale: number): Iterable<SampleJob> {
  for (let block = 0; block < scale; block += 1)
    for (let index = 0; index < storyJobs.length; index += 1) yield jobIn(block, index);
}

export function* jobRows(job: SampleJob): Iterable<SampleRow> {
  const started = job.contract > 0n;
  const touchedDay = Math.max(job.from, job.to - between(0, 150, job.number, 'touched'));
  yield sampleRow('actrec', {
    recnum: job.number,
    jobnme: job.migrated ? padded(job.name, 75) : job.name,
    shtnme: job.migrated ? padded(job.shortName, 30) : job.shortName,
    status: job.status,
    clnnum: job.client,
    addrs1: `${between(100, 9900, job.number, 'street')} ${pick(streets, job.number)}`,
    ctynme: job.city,
    state_: 'WA',
    zipcde: `98${between(301, 499, job.number, 'zip')}`,
    retain: started ? '5.00' : '0.00',
    cntrct: dollars(job.contract),
    ctcdte: started ? dayText(job.from) : null,
    sttdte: started ? dayText(job.from + 14) : null,
    cmpdte: job.status === '5' || job.status === '6' ? dayText(job.to) : null,
    inactv: job.inactive ? '1' : '0',
    ...auditColumns('actrec', job.number, Math.max(0, job.from - 2), touchedDay, 'dwhitfield'),
  });
  for (const [index, phase] of job.phases.entries()) {
    const phsnum = String(index + 1);
    yield sampleRow('jobphs', { _idref: rowIdOf('actrec', job.number), recnum: job.number, phsnum, phsnme: phase });
  }
}

/** Phase numbers as a budget knows them: `0` when the job has none. */
export function phaseNumbers(job: SampleJob): readonly string[] {
  return job.phases.length === 0 ? ['0'] : job.phases.map((_, index) => String(index + 1));
}

/** Bids, refusals and jobs without a contract have no documents. */
export function hasDocuments(job: SampleJob): boolean {
  return job.contract > 0n && job.status !== '1' && job.status !== '2';
}
