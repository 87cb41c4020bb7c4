import { debugLastsMs, type KeptLogLevel, type LogLevel } from '#shared/domain/logLevel.ts';
import type { Clock } from '../engine/ports/runtime.ts';

export type LogLevelControl = {
  readonly now: () => LogLevel;
  /** When `debug` ends, instant ISO UTC; null while it is not on. */
  readonly debugUntil: () => string | null;
  /** `debug` counts for an hour, or until Plumbline ends; then `kept` counts again. */
  readonly startDebug: () => void;
  readonly stopDebug: () => void;
};

/** `kept`: the level that is stored. `isSet`: the policy or the configuration file sets it, so that nothing else counts. */
export function createLogLevel(
  kept: () => KeptLogLevel,
  clock: Pick<Clock, 'now' | 'monotonicMs'>,
  isSet: () => boolean = () => false,
): LogLevelControl {
  let debug: { readonly endsMs: number; readonly until: string } | null = null;
  const current = () => (debug !== null && clock.monotonicMs() < debug.endsMs && !isSet() ? debug : null);
  return {
    now: () => (current() === null ? kept() : 'debug'),
    debugUntil: () => current()?.until ?? null,
    startDebug: () => {
      debug = {
        endsMs: clock.monotonicMs() + debugLastsMs,
        until: new Date(Date.parse(clock.now()) + debugLastsMs).toISOString(),
      };
    },
    stopDebug: () => {
      debug = null;
    },
  };
}
