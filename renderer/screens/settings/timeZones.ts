/** Every time zone by name, those of the United States first: the offices are there. */
export function timeZoneNames(): readonly string[] {
  const all = Intl.supportedValuesOf('timeZone');
  return [...usual, ...all.filter((name) => !usual.includes(name))];
}

const usual: readonly string[] = [
  'America/Los_Angeles',
  'America/Denver',
  'America/Phoenix',
  'America/Chicago',
  'America/New_York',
  'America/Anchorage',
  'Pacific/Honolulu',
];

export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: name });
    return name !== '';
  } catch {
    return false;
  }
}

/** The zone in people's words: `Pacific Time`. */
export function zoneWords(name: string, now: string): string {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone: name, timeZoneName: 'longGeneric' }).formatToParts(
    Date.parse(now),
  );
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? '';
}
