import { type Failure, fail, type Result, succeed } from '#shared/domain/failure.ts';
import type { Reply } from '../../engine/engineTypes.ts';
import type { Companies } from '../companies/companies.ts';
import type { Door } from '../companies/door.ts';
import type { Home } from '../homeFolder.ts';
import { listenAtHome } from '../homeSocket.ts';
import { createLogger } from '../logger.ts';
import { grantOperators } from '../operators/grantOperators.ts';
import { removeToken, tokenFile, writeToken } from '../operators/token.ts';
import type { Environment } from '../secretNames.ts';

export type UnattendedOptions = {
  readonly home: Home;
  readonly environment: Environment;
  /** Puts the companies together, under whichever host this is. */
  readonly open: () => Promise<Result<{ readonly companies: Companies; readonly door: Door }>>;
  /** Resolves when the system asks this process to end. */
  readonly interrupted: Promise<void>;
  /** Told once, when everything runs. */
  readonly onStarted: (companies: Companies) => void;
};

/**
 * Runs without a screen until the system or an operator ends it. A write that has begun ends first. Fails in words when nothing could be
 * opened, and when nobody could watch or stop it.
 */
export async function runUnattended(options: UnattendedOptions): Promise<Result<null>> {
  const ran = await untilAsked(options);
  if (!ran.ok) logNotStarted(options.home, ran.failure);
  return ran;
}

/** A service has no screen that a refusal could be read on, and the event log points to this file. */
function logNotStarted({ logs }: Home, { code, sentence, remedy = '', detail = '' }: Failure): void {
  try {
    const logger = createLogger({ folder: logs, knownSecrets: () => [], level: () => 'info' });
    logger.error('unattended.notStarted', { code, sentence, remedy, detail });
  } catch {
    // Where the folder cannot be made there is no log: who started this hears the failure.
  }
}

async function untilAsked(options: UnattendedOptions): Promise<Result<null>> {
  const { home, environment, interrupted, onStarted } = options;
  const opened = await options.open();
  if (!opened.ok) return opened;
  const { companies, door } = opened.value;
  const { random, logger, who } = companies;
  const stopAsked = Promise.withResolvers<void>();
  const ended = Promise.withResolvers<Reply>();
  const stop = (): Promise<Reply> => {
    stopAsked.resolve();
    return ended.promise;
  };
  const written = writeToken(home.folder, random);
  const socket =
    'code' in written ? null : await listenAtHome(home.folder, null, { token: written.token, who, door, random, stop });
  if (socket === null) {
    await companies.stop();
    return fail('code' in written ? noToken(home, written.code) : noSocket(home));
  }
  const kept = await grantOperators(tokenFile(home.folder), environment);
  if (kept !== null) logger.warn('unattended.operators', { why: kept });
  companies.start();
  logger.info('unattended.started');
  onStarted(companies);
  await Promise.race([interrupted, stopAsked.promise]);
  logger.info('unattended.stopping');
  await companies.stop();
  removeToken(home.folder);
  ended.resolve({ ok: true, value: {} });
  // Whoever asked for the end hears of it.
  await new Promise((resolve) => setImmediate(resolve));
  await socket.close();
  return succeed(null);
}

function noToken({ folder }: Home, code: string): Failure {
  return {
    next: 'needsPerson',
    code: 'unattended.noToken',
    sentence: `What operators prove themselves by could not be written to ${folder} (${code}), so that nobody could watch Plumbline. It was not started.`,
    remedy: 'Give the account that runs Plumbline the right to change files there.',
  };
}

function noSocket({ folder }: Home): Failure {
  return {
    next: 'needsPerson',
    code: 'unattended.noSocket',
    sentence: `Another program has the way by which operators reach Plumbline on ${folder}, so that it was not started.`,
    remedy:
      'Another Plumbline may run on this folder: plumbline unattended status. If not, have IT find out which program it is.',
  };
}
