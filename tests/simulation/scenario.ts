import type { Transfer } from '#shared/domain/records.ts';
import { type Chance, createChance } from './chance.ts';
import { createTables } from './sage/company.ts';
import { createServer, type ServerOptions, soundServer } from './sage/server.ts';
import type { MemoryDisk } from './store/memoryDisk.ts';
import type { Template, Templates } from './templates.ts';
import { verdict } from './verdict.ts';
import { createFaultPlan, type Met, type Points } from './world/faults.ts';
import { createInstallation, type Installation, lookMs, tickMs } from './world/installation.ts';
import { othersAtWork } from './world/others.ts';
import { visits } from './world/people.ts';
import { createObserver, isUnderWay } from './world/watchRun.ts';
import { createWorld } from './world/world.ts';

export type ScenarioOptions = {
  readonly templates: Templates;
  /** What was met, counted over many scenarios. */
  readonly met: Met;
  readonly server?: ServerOptions;
  /** Called with each thing that happens, for a replay. */
  readonly trace?: (words: string) => void;
};

export type Outcome = {
  readonly transfers: number;
  /** Promises that were broken, in words; empty when all were kept. */
  readonly broken: readonly string[];
};

/** Within so many ticks of the push timer after the last fault, every transfer is done or waits for a person. */
const ticksToQuiet = 3;

/** One world from its seed to the moment when nothing is left to happen. */
export async function runScenario(seed: number, options: ScenarioOptions): Promise<Outcome> {
  const chance = createChance(seed);
  const { trace } = options;
  const world = createWorld(chance, (words) => trace?.(`${world.now()} ms: ${words()}`));
  const server = createServer(createTables(), options.server ?? soundServer);
  const broken: string[] = [];
  const observer = createObserver((words) => broken.push(words));

  const shape = chance.fraction();
  const names = shape < 0.8 ? ['a'] : ['a', 'b'];
  /** Two computers that hold the same outbox, as after a restored backup. */
  const alike = shape > 0.91;
  const markers = chance.happens(0.6) ? 'table' : 'recordFields';
  const picked = pickTransfers(chance, options.templates.all[markers]);
  const disks = names.map((_, index) => {
    const own = alike || names.length === 1 ? picked : picked.filter((_, place) => place % 2 === index);
    return filled(options.templates.disk(markers), own, chance);
  });

  let plannedUntil = 0;
  const planned = (time: number, act: () => void) => {
    plannedUntil = Math.max(plannedUntil, time);
    world.at(time, act);
  };
  const goesOn = () => {
    const now = world.now();
    // What people do may take its time.
    if (now <= Math.max(plannedUntil, world.quietSince()) + 3 * lookMs) return true;
    // What is due is seen at the next look. What that run asks a person about may be decided at once, and is done at the look after.
    if (now > world.quietSince() + ticksToQuiet * tickMs + 3 * lookMs) return false;
    return disks.some((disk) => [...disk.transfers.values()].some(({ transfer }) => isUnderWay(transfer)));
  };
  const installations = names.map((name, index): Installation => {
    const disk = disks[index];
    if (disk === undefined) throw new Error('No disk');
    const plan = createFaultPlan(chance, faultPoints(chance, disk.transfers.size), options.met);
    return createInstallation({ name, world, server, disk, plan, observer, goesOn });
  });
  const given = { world, server, installations, planned, alike };
  const people = visits(given);
  othersAtWork(given);

  world.start();
  await world.finished;
  broken.push(...verdict({ installations, server, ...people, alike }));
  return { transfers: disks.reduce((sum, disk) => sum + disk.transfers.size, 0), broken };
}

function pickTransfers(chance: Chance, all: readonly Template[]): readonly Template[] {
  const size = chance.fraction();
  const count = size < 0.85 ? 1 : size < 0.96 ? 2 : size < 0.99 ? 3 : 4;
  const rest = [...all];
  return Array.from({ length: count }, () => rest.splice(chance.below(rest.length), 1)[0]).filter(
    (template) => template !== undefined,
  );
}

function filled(disk: MemoryDisk, templates: readonly Template[], chance: Chance): MemoryDisk {
  for (const [index, template] of templates.entries()) {
    const { transfer } = template;
    const state = firstState(transfer, chance);
    disk.transfers.set(transfer.id, { transfer: { ...transfer, state }, approval: index + 1 });
    if ('cor' in template) {
      disk.cors.set(template.cor.id, { cor: template.cor, inDetail: true, state: 'waiting', changeOrder: null });
    } else disk.procore.records.set(`${template.transfer.item.kind}/${template.record.id}`, template.record);
  }
  return disk;
}

const instant = '2026-11-23T16:50:00.000Z';

/** Most have just been approved; some have failed for long, and one in a while was cut off by a crash. */
function firstState({ state }: Transfer, chance: Chance): Transfer['state'] {
  const share = chance.fraction();
  if (share < 0.75) return state;
  const attempt = chance.below(13);
  if (share < 0.95) return { name: 'queued', since: instant, attempt };
  return { name: 'applying', since: instant, attempt: attempt + 1 };
}

/** About so many statements and transactions it takes to push one change order. */
const pointsOfAPush = 34;

/** Anywhere in the life of the transfers, and now and then at a commit: there the doubt is greatest. */
function faultPoints(chance: Chance, transfers: number): Points {
  const share = chance.fraction();
  const count = share < 0.04 ? 0 : share < 0.55 ? 1 : share < 0.85 ? 2 : share < 0.95 ? 3 : 4 + chance.below(6);
  const points = Array.from({ length: count }, () => 1 + chance.below(pointsOfAPush * transfers + 4));
  const commits = chance.happens(0.2) ? [1 + chance.below(transfers + 1)] : [];
  return { points, commits };
}
