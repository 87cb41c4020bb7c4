import { companyIdOf } from '#shared/domain/company.ts';
import { type Context, createContext } from '../../../electron/engine/context.ts';
import type { ClearstoryAccount } from '../../../electron/engine/ports/cloudAccount.ts';
import type { SageCompany } from '../../../electron/engine/ports/sageCompany.ts';
import { leaveProof } from '../../../electron/engine/proofs/adopt.ts';
import { disagreementsNow } from '../../../electron/engine/proofs/linked.ts';
import { drain, outboxDue } from '../../../electron/engine/push/drain.ts';
import { createSageCompany } from '../../../electron/sage/company.ts';
import { noProcore } from '../../noProcore.ts';
import { simulatedKind } from '../items.ts';
import { createSimulatedDialect } from '../sage/dialect.ts';
import type { Server } from '../sage/server.ts';
import type { MemoryDisk } from '../store/memoryDisk.ts';
import { openMemoryStore } from '../store/memoryStore.ts';
import { connector } from './connection.ts';
import type { FaultPlan } from './faults.ts';
import { createProcess, DiskFull, mortalStore, type Process } from './process.ts';
import { type Observer, watchRun } from './watchRun.ts';
import { ProcessDeath, type World } from './world.ts';

/** One Plumbline on one computer: its disk lasts, its processes die and are started again. */
export type Installation = {
  readonly name: string;
  readonly disk: MemoryDisk;
  /** Runs the outbox now, or once more when it is running. */
  readonly pushSoon: () => void;
  /** The wall clock is set forward or, with less than nothing, back. */
  readonly setClock: (byMs: number) => void;
  /** What a person does at this computer; the process may die meanwhile. */
  readonly person: (act: (context: Context) => Promise<void>) => void;
};

/** How often the timers look, as in the engine's scheduler. */
export const lookMs = 20_000;
/** One tick of the push timer. */
export const tickMs = 5 * 60_000;
const companyId = companyIdOf('company');
const begun = Date.UTC(2026, 10, 23, 17);

export type InstallationOptions = {
  readonly name: string;
  readonly world: World;
  readonly server: Server;
  readonly disk: MemoryDisk;
  readonly plan: FaultPlan;
  readonly observer: Observer;
  /** False when nothing can be due any more: then the timers rest. */
  readonly goesOn: () => boolean;
};

export function createInstallation(options: InstallationOptions): Installation {
  const { name, world, server, disk, plan, observer, goesOn } = options;
  let clockOffset = 0;
  let ids = 0;
  let life: { readonly context: Context; readonly process: Process } | null = null;
  let working = false;
  let again = false;

  const clock: Context['clock'] = {
    now: createDial(() => begun + world.now() + clockOffset),
    monotonicMs: world.now,
    after: () => () => undefined,
  };
  const random: Context['random'] = {
    fraction: world.chance.fraction,
    uuid: () => {
      ids += 1;
      return `${name.padEnd(8, '0').slice(0, 8)}-0000-4000-8000-${String(ids).padStart(12, '0')}`;
    },
  };

  const boot = () => {
    const process: Process = createProcess(name, world, plan, () => {
      life = null;
      working = false;
      const restart = world.now() + 1 + world.chance.below(world.chance.happens(0.8) ? 20_000 : 120_000);
      world.disturb(restart);
      world.at(restart, () => {
        boot();
        look();
      });
    });
    const company = createSageCompany({
      open: connector(world, server, process),
      dialect: createSimulatedDialect(),
      random,
      server: 'the server',
      companyId,
      companyName: 'Company',
    });
    const store = mortalStore(openMemoryStore(disk), process);
    const context = createContext(
      {
        company: companyId,
        companyName: 'Company',
        companyKind: 'sample',
        server: 'the server',
        markerTable: 'companionDatabase',
        store,
        sage: oneAtATime(world, observer.watched(company, disk)),
        procore: noProcore,
        clearstory: outside,
        secrets: { has: () => false, read: () => null, write: () => ({ ok: true }), forget: () => null },
        clock,
        random,
        logger: {
          debug: nothing,
          info: nothing,
          warn: nothing,
          error: (event, facts) => observer.bug(`${event} ${JSON.stringify(facts)}`),
        },
        kindModule: simulatedKind,
        host: { kind: 'browser', version: '0', person: name, checks: async () => [] },
      },
      nothing,
    );
    life = { context, process };
  };
  const run = () => {
    if (working) {
      again = true;
      return;
    }
    if (life === null) return;
    const { context, process } = life;
    working = true;
    again = false;
    world.spawn(async () => {
      const finish = watchRun(disk, context, process, observer);
      try {
        await drain(context);
        finish();
        attend(context);
      } catch (error) {
        if (error instanceof ProcessDeath) return;
        // Back at the next look: nothing was saved, and a transfer that was being applied is asked about.
        if (!(error instanceof DiskFull)) observer.bug(error instanceof Error ? (error.stack ?? error.message) : '');
      }
      working = false;
      if (again) run();
    });
  };

  let looks = 0;
  const look = () => {
    if (life === null || !goesOn()) return;
    looks += 1;
    if (!working && (looks % (tickMs / lookMs) === 0 || outboxDue(life.context))) run();
    world.at(world.now() + lookMs, look);
  };

  boot();
  world.at(world.chance.below(lookMs), look);
  return {
    name,
    disk,
    pushSoon: () => {
      world.disturb();
      run();
    },
    setClock: (byMs) => {
      clockOffset += byMs;
      observer.passedOver.clear();
      world.disturb();
      world.trace(() => `${name} clock set by ${byMs} ms`);
    },
    person: (act) => {
      if (life === null) return;
      const { context } = life;
      world.disturb();
      world.spawn(async () => {
        try {
          await act(context);
        } catch (error) {
          if (error instanceof ProcessDeath || error instanceof DiskFull) return;
          observer.bug(error instanceof Error ? (error.stack ?? error.message) : '');
        }
      });
    },
  };
}

const nothing = () => undefined;

/** Whoever sits here knows what the other computer pushed, and says so. */
function attend(context: Context): void {
  for (const { key, left } of disagreementsNow(context).unknown) {
    if (left === null) leaveProof(context, key, 'The other computer wrote it');
  }
}

/** An instant as ISO text. Asked for again and again within the same second. */
function createDial(nowMs: () => number): () => string {
  let [second, shown] = [-1, ''];
  return () => {
    const ms = nowMs();
    const now = Math.floor(ms / 1000);
    if (now !== second) [second, shown] = [now, new Date(now * 1000).toISOString().slice(0, 20)];
    return `${shown}${String(ms - now * 1000).padStart(3, '0')}Z`;
  };
}

/** Nobody asks Clearstory anything while pushing; who does has found a bug. */
const outside = new Proxy({} as ClearstoryAccount, {
  get: (_, method) => {
    throw new Error(`Clearstory is not a part of the simulation: ${String(method)}`);
  },
});

/** Callers wait for each other here, where the world sees it, and never inside the company. */
function oneAtATime(world: World, company: SageCompany): SageCompany {
  let busy = false;
  const waiting: (() => void)[] = [];
  const inTurn = async <T>(work: () => Promise<T>): Promise<T> => {
    if (busy) await world.wait((go) => waiting.push(go));
    busy = true;
    const result = await work();
    busy = false;
    waiting.shift()?.();
    return result;
  };
  return {
    ...company,
    apply: (plan, approval) => inTurn(() => company.apply(plan, approval)),
    lookUp: (key, job) => inTurn(() => company.lookUp(key, job)),
    changeOrder: (record) => inTurn(() => company.changeOrder(record)),
    read: (kind, query) => inTurn(() => company.read(kind, query)),
    typedRecords: (plan, written) => inTurn(() => company.typedRecords(plan, written)),
    beginWriting: () => inTurn(company.beginWriting),
    endWriting: () => inTurn(company.endWriting),
    proofSigns: (stores) => inTurn(() => company.proofSigns(stores)),
    tableProofs: (after) => inTurn(() => company.tableProofs(after)),
    fieldProofs: (after) => inTurn(() => company.fieldProofs(after)),
  };
}
