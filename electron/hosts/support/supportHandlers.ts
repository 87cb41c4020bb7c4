import { supportPartBytes } from '#shared/contract/support.ts';
import { type Failure, fail, succeed } from '#shared/domain/failure.ts';
import type { HostContext, HostHandlers } from '../companies/hostRequests.ts';
import { lockedRefusal } from '../lockedSettings.ts';
import { type Packed, packForSupport } from './package.ts';

type Channels = 'support.prepare' | 'support.file' | 'support.part' | 'log.get' | 'log.set';

/** As much of a file as one message may carry. */
const longestShown = 100_000;

/** The package that was shown last; another one takes its place. By home folder: that is the same for whoever asks, an operator too. */
const shown = new WeakMap<HostContext['home'], Packed>();

export const supportHandlers: Pick<HostHandlers, Channels> = {
  'support.prepare': async (_, { companies, home }) => {
    const packed = await packForSupport({ companies, home });
    shown.set(home, packed);
    companies.logger.info('support.packed', { bytes: packed.zip.length, files: packed.files.length });
    return succeed(packed.shown);
  },

  'support.file': ({ id, name }, { home }) => {
    const file = packedOf(home, id)?.files.find((one) => one.name === name);
    if (file === undefined) return fail(gone);
    const { text } = file;
    return succeed({ text: text.slice(-longestShown), cut: text.length > longestShown });
  },

  'support.part': ({ id, offset }, { home }) => {
    const packed = packedOf(home, id);
    if (packed === null) return fail(gone);
    const end = offset + supportPartBytes;
    const base64 = packed.zip.subarray(offset, end).toString('base64');
    return succeed({ base64, next: end < packed.zip.length ? end : null });
  },

  'log.get': (_, { companies: { logLevel, standing }, home }) =>
    succeed({
      level: logLevel.now(),
      debugUntil: logLevel.debugUntil(),
      folder: home.logs,
      locks: standing().locks.filter(({ path }) => path.startsWith('log.')),
    }),

  'log.set': ({ level }, { companies: { installation, logLevel, standing, logger } }) => {
    const locked = lockedRefusal({ log: { level: logLevel.now() } }, { log: { level } }, standing().locks);
    if (locked !== null) return fail(locked);
    if (level === 'debug') logLevel.startDebug();
    else {
      const failed = installation.write({ ...installation.stored(), log: { level } });
      if (failed !== null) return fail(failed);
      logLevel.stopDebug();
    }
    logger.warn('log.level', { level });
    return succeed({});
  },
};

function packedOf(home: HostContext['home'], id: string): Packed | null {
  const packed = shown.get(home);
  return packed?.shown.id === id ? packed : null;
}

const gone: Failure = {
  next: 'needsPerson',
  code: 'support.gone',
  sentence: 'This package is no longer kept: a newer one was put together.',
  remedy: 'Press Pack for support again.',
};
