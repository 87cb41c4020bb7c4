import type { ChangedEvent } from '#shared/contract/events.ts';
import { maxMessageBytes } from '#shared/contract/messageSize.ts';
import { type ChannelName, requests } from '#shared/contract/requests.ts';
import { diskFullFailure } from '#shared/domain/diskFull.ts';
import type { Failure } from '#shared/domain/failure.ts';
import { createMutex } from '../mutex.ts';
import { type Certification, createCertification } from './certify/certification.ts';
import { type Context, createContext } from './context.ts';
import type { Engine, EnginePorts, Reply, Side } from './engineTypes.ts';
import { certificateHandlers } from './handlers/certificates.ts';
import { certificationHandlers } from './handlers/certification.ts';
import { changeOrderHandlers } from './handlers/changeOrders.ts';
import { doubtHandlers } from './handlers/doubts.ts';
import { handEntryHandlers } from './handlers/handEntry.ts';
import type { Acts, Handlers } from './handlers/handler.ts';
import { homeHandlers } from './handlers/home.ts';
import { importedHandlers } from './handlers/imported.ts';
import { procoreHandlers } from './handlers/procore.ts';
import { projectHandlers } from './handlers/projects.ts';
import { proofHandlers } from './handlers/proofs.ts';
import { queueHandlers } from './handlers/queue.ts';
import { reconcileHandlers } from './handlers/reconcile.ts';
import { settingsHandlers } from './handlers/settings.ts';
import { wizardHandlers } from './handlers/wizard.ts';
import { kindModule } from './procore/kinds/registry.ts';
import { createRoomWatch } from './roomWatch.ts';
import { createScheduler, type Timer } from './scheduler.ts';
import { runSide } from './sync.ts';

/** One handler for each channel of the contract: a missing one does not compile. */
const handlers: Handlers<ChannelName> = {
  ...homeHandlers,
  ...projectHandlers,
  ...importedHandlers,
  ...changeOrderHandlers,
  ...wizardHandlers,
  ...queueHandlers,
  ...procoreHandlers,
  ...reconcileHandlers,
  ...handEntryHandlers,
  ...doubtHandlers,
  ...proofHandlers,
  ...settingsHandlers,
  ...certificationHandlers,
  ...certificateHandlers,
};

/** Puts the engine together, with every kind of item that this version knows. Nothing runs by itself before `start`. */
export function createEngine(given: Omit<EnginePorts, 'kindModule'>): Engine {
  const room = createRoomWatch(given.clock);
  const matters = () => [...(given.host.matters?.() ?? []), ...room.matters()];
  const ports: EnginePorts = { ...given, kindModule, host: { ...given.host, matters } };
  const listeners = new Set<(event: ChangedEvent) => void>();
  const notify: Context['notify'] = (topics, transfer = null) => {
    for (const listener of listeners) listener({ topics, transfer });
  };
  const context = createContext(ports, notify);
  const ofOperators = new Map<string, Context>();
  /** The same, in the name of an operator who sits elsewhere. */
  const contextOf = (person: string | undefined): Context => {
    if (person === undefined) return context;
    const known = ofOperators.get(person);
    if (known !== undefined) return known;
    const made = createContext({ ...ports, host: { ...ports.host, person, personSaid: true } }, notify);
    ofOperators.set(person, made);
    return made;
  };
  const mutex = createMutex();
  let working: Side | null = null;
  let stopped = false;

  const run = (side: Side) =>
    mutex(async () => {
      if (stopped)
        return { side, outcome: 'skipped', sentence: 'Stopped.', rowsRead: 0, changed: 0, failure: null } as const;
      working = side;
      context.notify(['status']);
      try {
        return await room.during(() => runSide(context, side));
      } finally {
        working = null;
        context.notify(['status']);
      }
    });

  const sync: Engine['sync'] = async (sides) => {
    const reports = [];
    for (const side of sides) reports.push(await run(side));
    return reports;
  };

  const runTimer = async (timer: Timer) => {
    // A tick that meets a run under way is skipped: the run that is going does its work.
    if (working !== null) return;
    await sync(timer === 'push' ? ['push'] : ['sage', 'clearstory', 'procore']);
    ports.onTimerRun?.();
  };
  const scheduler = createScheduler(context, runTimer, (error) => {
    room.notNoted(error);
    context.notify(['status']);
  });

  const soon = (side: Side) => {
    run(side).catch((error: unknown) => context.logger.error('sync.bug', { side, error: String(error) }));
  };

  const comparison = createCertification(context);
  // What a pull or a push changes meanwhile would look as if the person or Plumbline's example had done it.
  const certification: Certification = {
    ...comparison,
    begin: (job, run) => mutex(() => comparison.begin(job, run)),
    compare: (actor) => mutex(() => comparison.compare(actor)),
  };

  const acts: Acts = {
    sync,
    pushSoon: () => soon('push'),
    pullSoon: () => soon('clearstory'),
    alone: mutex,
    certification,
    timers: { nextRun: scheduler.nextRun, working: () => working },
  };

  return {
    request: (channel, payload, person) =>
      timed(channel, context, () =>
        answer(channel, payload, (name, request) => handle(name, request, contextOf(person), acts), context.logger),
      ),
    onChanged: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    sync,
    start: scheduler.start,
    rest: scheduler.rest,
    stop: async () => {
      scheduler.stop();
      stopped = true;
      await mutex(async () => undefined);
      await ports.sage.close();
      ports.store.close();
    },
  };
}

/** For `debug`: what was asked and how long the answer took; nothing of either. */
async function timed(channel: string, { clock, logger }: EnginePorts, work: () => Promise<Reply>): Promise<Reply> {
  const beganMs = clock.monotonicMs();
  const reply = await work();
  const ms = Math.round(clock.monotonicMs() - beganMs);
  logger.debug('engine.request', { channel: channel.slice(0, 60), ok: reply.ok, ms });
  return reply;
}

function handle<C extends ChannelName>(
  name: C,
  request: unknown,
  context: ReturnType<typeof createContext>,
  acts: Acts,
) {
  const handler = handlers[name] as (request: unknown, context: unknown, acts: Acts) => Promise<Reply> | Reply;
  return handler(request, context, acts);
}

/** The choke point: known channel, request as promised, response as promised and not too large; anything else is said aloud. */
async function answer(
  channel: string,
  payload: unknown,
  act: (name: ChannelName, request: unknown) => Promise<Reply> | Reply,
  logger: EnginePorts['logger'],
): Promise<Reply> {
  if (!isChannel(channel)) return refusal('contract.channel', `There is no request named '${channel.slice(0, 60)}'.`);
  const request = requests[channel].request.safeParse(payload);
  if (!request.success) {
    const issue = request.error.issues[0];
    return refusal(
      'contract.request',
      `${channel}: ${issue?.path.join('.') ?? ''} ${issue?.message ?? 'is not as agreed'}.`,
    );
  }
  try {
    const reply = await act(channel, request.data);
    if (!reply.ok) return reply;
    const response = requests[channel].response.safeParse(reply.value);
    if (!response.success) {
      const issue = response.error.issues[0];
      logger.error('contract.response', { channel, path: issue?.path.join('.') ?? '', message: issue?.message ?? '' });
      return bug(channel);
    }
    if (JSON.stringify(response.data).length > maxMessageBytes) {
      logger.error('contract.size', { channel });
      return bug(channel);
    }
    return { ok: true, value: response.data };
  } catch (error) {
    logger.error('engine.bug', {
      channel,
      error: error instanceof Error ? (error.stack ?? error.message) : String(error),
    });
    const full = diskFullFailure(error);
    return full === null ? bug(channel) : { ok: false, failure: full };
  }
}

function isChannel(channel: string): channel is ChannelName {
  return Object.hasOwn(requests, channel);
}

function refusal(code: string, sentence: string): Reply {
  const failure: Failure = { next: 'bug', code, sentence };
  return { ok: false, failure };
}

function bug(channel: string): Reply {
  return refusal(
    'engine.bug',
    `Plumbline could not answer (${channel}); nothing was written. Send the diagnostics to support.`,
  );
}
