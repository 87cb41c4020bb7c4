/** How much the log tells, from least to most. Each holds what those before it hold. */
export const logLevels = ['error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof logLevels)[number];

/** The levels that are kept. `debug` never is: it ends by itself, so that nobody finds a full log a year later. */
export const keptLogLevels = ['error', 'warn', 'info'] as const;
export type KeptLogLevel = (typeof keptLogLevels)[number];

/** Long enough to do again what went wrong. */
export const debugLastsMs = 60 * 60_000;

/** Whether a line of this level is written while the log is at `at`. */
export function isLogged(line: LogLevel, at: LogLevel): boolean {
  return logLevels.indexOf(line) <= logLevels.indexOf(at);
}
