import type { ConnectionStep, ConnectionStepName } from '#shared/domain/connectionTest.ts';
import type { Failure } from '#shared/domain/failure.ts';
import { type SqlConnection, SqlFailure } from '../connection.ts';
import type { Dialect } from '../dialect/dialect.ts';
import { isNetworkKind } from '../failures/connectKind.ts';
import { type Kind, kindOf } from '../failures/kind.ts';
import type { FailureWords } from '../failures/words.ts';
import { failureOf } from '../failures.ts';
import { notTried } from './notTried.ts';
import { readableTables } from './readableTables.ts';
import type { ConnectionWay, Finding } from './way.ts';

export type ConnectionTest = {
  /** Throws `SqlFailure`. */
  readonly open: () => Promise<SqlConnection>;
  readonly dialect: Dialect;
  readonly words: FailureWords;
  readonly way: ConnectionWay;
};

/**
 * Connects, reads one row of every table, disconnects. A driver does everything up to the opened company in one call and reports only
 * where it ended: the steps before that point went well. Changes nothing.
 */
export async function testConnection({
  open,
  dialect,
  words,
  way,
}: ConnectionTest): Promise<readonly ConnectionStep[]> {
  const before = stepsUntilOpen(way);
  const started = way.monotonicMs?.() ?? null;
  const elapsed = () => (started === null || way.monotonicMs === null ? null : Math.round(way.monotonicMs() - started));
  let connection: SqlConnection | null = null;
  try {
    connection = await open();
    for (const statement of dialect.session) await connection.query(statement);
    const opened = before.map((step) => passed(step, way, words, step === 'company' ? elapsed() : null));
    return [...opened, ...(await readableTables(connection, dialect, words, way.monotonicMs))];
  } catch (error) {
    const at = endedAt(error, before);
    return [
      ...before.slice(0, before.indexOf(at)).map((step) => passed(step, way, words, null)),
      failed(at, failureOf(error, words), way, elapsed()),
      ...before.slice(before.indexOf(at) + 1).map(notTried),
      ...(['tables', 'read'] as const).map(notTried),
    ];
  } finally {
    await connection?.close();
  }
}

function stepsUntilOpen({ driver, encryption }: ConnectionWay): readonly ConnectionStepName[] {
  return [
    ...(driver === null ? [] : (['driver'] as const)),
    ...(encryption === null ? [] : (['server', 'encryption', 'login'] as const)),
    'company',
  ];
}

/** The step at which connecting ended; where the company is a file, everything but the driver is a matter of the file. */
function endedAt(error: unknown, steps: readonly ConnectionStepName[]): ConnectionStepName {
  const step = error instanceof SqlFailure ? stepOf(kindOf(error)) : 'company';
  return steps.includes(step) ? step : 'company';
}

function stepOf(kind: Kind): ConnectionStepName {
  switch (kind) {
    case 'notInstalled':
    case 'driverMissing':
    case 'driverWidth':
      return 'driver';
    case 'brokenOff':
    case 'certificateUntrusted':
    case 'certificateName':
    case 'certificateExpired':
    case 'encryption':
      return 'encryption';
    case 'applicationRefused':
    case 'login':
    case 'loginWindows':
    case 'loginComputer':
    case 'loginDisabled':
    case 'loginLocked':
    case 'passwordExpired':
    case 'serverClosed':
      return 'login';
    default:
      return isNetworkKind(kind) || kind === 'unknown' ? 'server' : 'company';
  }
}

function passed(step: ConnectionStepName, way: ConnectionWay, words: FailureWords, ms: number | null): ConnectionStep {
  const finding = foundBefore(step, way);
  // It was not in the list where it was looked for, and yet the driver manager loaded it.
  const usable = finding !== null && finding.result !== 'fail' ? finding : null;
  const { result, sentence, remedy } = usable ?? {
    result: 'ok' as const,
    sentence: sentences(words)[step] ?? '',
    remedy: '',
  };
  return { step, result, sentence, remedy, ms, code: null };
}

function foundBefore(step: ConnectionStepName, { driver, encryption }: ConnectionWay): Finding | null {
  return step === 'driver' ? driver : step === 'encryption' ? encryption : null;
}

function sentences({ company, server }: FailureWords): Partial<Record<ConnectionStepName, string>> {
  return {
    driver: 'The driver could be loaded.',
    server: `${server} answers.`,
    login: `${server} let Plumbline in.`,
    company: `Company ${company} is open.`,
  };
}

function failed(step: ConnectionStepName, failure: Failure, way: ConnectionWay, ms: number | null): ConnectionStep {
  // Where the driver is missing, the look around on this computer says more than the driver manager.
  const { sentence, remedy } =
    step === 'driver' && way.driver?.result === 'fail'
      ? way.driver
      : { sentence: failure.sentence, remedy: failure.remedy ?? '' };
  const told = { step, result: 'fail', sentence, remedy, ms, code: failure.code } as const;
  return failure.detail === undefined ? told : { ...told, detail: failure.detail };
}
