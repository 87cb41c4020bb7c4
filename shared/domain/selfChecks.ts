/**
 * The self-checks of `doctor` and Settings, Diagnostics, from this computer to both sides. Each keeps its number for good, so that
 * support can speak of check 14: new ones come last in their group only together with a note in the changelog.
 */
export const selfCheckIds = [
  'program',
  'homeFolder',
  'store',
  'key',
  'odbc',
  'sage.driver',
  'sage.server',
  'sage.encryption',
  'sage.login',
  'sage.company',
  'sage.tables',
  'sage.read',
  'sage.schema',
  'sage.rights',
  'sage.markers',
  'writing',
  'sage.clock',
  'clock',
  'clearstory',
  'clearstory.clock',
  'unreadable',
  'procore',
  'procore.clock',
  'policy',
  'network',
  'network.clearstory',
  'network.procoreLogin',
  'network.procoreApi',
  'network.updates',
  'backup',
  'logs',
  'homePlace',
  'odbc.trace',
  'secrets',
  'heard',
  'enrolment',
] as const;
export type SelfCheckId = (typeof selfCheckIds)[number];

/** Checks that do not apply (a file has no server) leave their number out. */
export function selfCheckNumber(id: SelfCheckId): number {
  return selfCheckIds.indexOf(id) + 1;
}
