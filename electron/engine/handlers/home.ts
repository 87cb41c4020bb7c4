import type { homeChannels } from '#shared/contract/home.ts';
import { compareInstants } from '#shared/domain/dates.ts';
import { fail, succeed } from '#shared/domain/failure.ts';
import { modeOf } from '#shared/domain/writeMode.ts';
import { attentionOf } from '../attention.ts';
import { healthOf } from '../health.ts';
import { homeStatus } from '../homeStatus.ts';
import { type Handlers, refuse } from './handler.ts';

export const homeHandlers: Handlers<keyof typeof homeChannels> = {
  'app.info': (_, { host, companyName, companyKind, writing, store }) =>
    succeed({
      version: host.version,
      company: companyName,
      companyKind,
      writes: modeOf(writing()),
      host: host.kind,
      person: host.person,
      timeZone: store.settings.read().timeZone,
    }),

  'home.status': (_, context, { timers }) => succeed(homeStatus(context, timers)),

  'home.health': (_, context, { timers }) => succeed(healthOf(context, homeStatus(context, timers))),

  'home.attention': (_, context, { timers }) => succeed({ items: attentionOf(context, homeStatus(context, timers)) }),

  'sync.now': async ({ side }, _context, { sync }) => {
    const reports = await sync(side === 'all' ? ['sage', 'clearstory', 'procore', 'push'] : [side]);
    const failure = reports.map((report) => report.failure).find((candidate) => candidate !== null);
    if (failure !== undefined && failure !== null) return fail(failure);
    // What nobody set up is worth a word only to whoever asked for just that.
    const told = side === 'all' ? reports.filter(({ outcome }) => outcome !== 'skipped') : reports;
    return succeed({ sentence: told.map(({ sentence }) => sentence).join(' ') });
  },

  'sync.pause': ({ until }, context) => {
    if (Number.isNaN(Date.parse(until)) || compareInstants(until, context.clock.now()) <= 0) {
      return refuse('pause.past', 'The end of the pause is in the past: choose a later time.');
    }
    writePause(context, new Date(until).toISOString());
    return succeed({});
  },

  'sync.resume': (_, context) => {
    writePause(context, null);
    return succeed({});
  },
};

function writePause(context: Parameters<typeof homeStatus>[0], pausedUntil: string | null): void {
  const { store } = context;
  store.settings.write({ ...store.settings.read(), pausedUntil });
  context.notify(['status', 'settings']);
}
