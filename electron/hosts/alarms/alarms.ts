import { type Alarm, type Event, nextAlarms, type Standing } from '#shared/domain/alarms/memory.ts';
import { type AlarmSettings, alarmProblems } from '#shared/domain/alarms/settings.ts';
import { alarmPayload, alarmWords } from '#shared/domain/alarms/words.ts';
import type { Failure, Result } from '#shared/domain/failure.ts';
import type { Fetch } from '../../clouds/http.ts';
import type { Clock, Logger } from '../../engine/ports/runtime.ts';
import { createMutex } from '../../mutex.ts';
import type { Attention } from '../attentionWatch.ts';
import { sendMail } from './mail.ts';
import { readAlarmMemory, writeAlarmMemory } from './memoryFile.ts';
import { beat, post } from './post.ts';

export type AlarmWay = 'webhook' | 'email' | 'heartbeat';

export type AlarmPorts = {
  readonly settings: () => AlarmSettings;
  readonly secret: (name: 'alarms.webhookKey' | 'alarms.mailPassword') => string | null;
  readonly fetch: Fetch;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly memoryFile: string;
  readonly version: string;
  /** Writes into the system's event log; null where it has none. */
  readonly tellSystem: ((event: Event) => void) | null;
};

/** How the last message on one way went. */
export type Sent = { readonly at: string; readonly failure: Failure | null };

export type Alarms = {
  /** Looks at what stands now and says what is to be said. Never throws, and nothing waits for it. */
  readonly look: (attention: Attention) => Promise<void>;
  /** Sends a message that says it is only a test; it is kept as the last one. */
  readonly test: (way: AlarmWay) => Promise<Result<null>>;
  /** After a run of the timers. */
  readonly beat: () => Promise<void>;
  readonly last: () => Readonly<Record<AlarmWay, Sent | null>>;
};

export function createAlarms(ports: AlarmPorts): Alarms {
  const { settings, secret, clock, logger, memoryFile, version, tellSystem } = ports;
  let memory = readAlarmMemory(memoryFile);
  const last: Record<AlarmWay, Sent | null> = { webhook: null, email: null, heartbeat: null };
  // One look at a time: two would both say the same.
  const inTurn = createMutex();

  async function send(way: AlarmWay, work: () => Promise<Result<null>>): Promise<Result<null>> {
    const result = await work();
    const failure = result.ok ? null : result.failure;
    last[way] = { at: clock.now(), failure };
    if (failure === null) logger.info('alarms.sent', { way });
    else logger.warn('alarms.notSent', { way, code: failure.code, sentence: failure.sentence });
    return result;
  }
  const mail = (message: { readonly subject: string; readonly text: string }) =>
    send('email', () => sendMail(settings().email, secret('alarms.mailPassword'), message));
  const hook = (payload: object) =>
    send('webhook', () => post(ports, settings().webhook.url, secret('alarms.webhookKey'), payload));

  async function raise(alarm: Alarm): Promise<void> {
    const { webhook, email } = settings();
    logger.warn('alarms.raised', { kind: alarm.kind, tone: alarm.tone, company: alarm.company, count: alarm.count });
    await Promise.all([
      webhook.url === '' ? null : hook(alarmPayload(alarm, clock.now(), version)),
      email.server === '' || alarmProblems(settings()).length > 0 ? null : mail(alarmWords(alarm)),
    ]);
  }

  return {
    look: (attention) =>
      inTurn(async () => {
        const said = nextAlarms(memory, standingOf(attention), clock.now(), settings());
        memory = said.memory;
        const failed = writeAlarmMemory(memoryFile, memory);
        if (failed !== null) logger.warn('alarms.notKept', { code: failed });
        if (tellSystem !== null && settings().eventLog) said.events.forEach(tellSystem);
        for (const alarm of said.alarms) await raise(alarm);
      }),
    test: (way) => {
      const subject = 'Plumbline: this is only a test';
      const text = 'Alarms of Plumbline reach you here.';
      if (way === 'email') return mail({ subject, text });
      if (way === 'heartbeat') return send('heartbeat', () => beat(ports, settings().heartbeat.url));
      return hook({ source: 'plumbline', version, at: clock.now(), kind: 'test' });
    },
    beat: async () => {
      const { url } = settings().heartbeat;
      if (url !== '') await send('heartbeat', () => beat(ports, url));
    },
    last: () => last,
  };
}

function standingOf({ companies }: Attention): Standing {
  return {
    matters: companies.flatMap(({ items }) => items),
    unasked: companies.filter(({ state }) => state === 'opening').map(({ id }) => id),
  };
}
