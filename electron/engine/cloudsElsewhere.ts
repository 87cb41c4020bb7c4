import { procoreBases, procoreEnvironments } from '#shared/domain/procore/procoreSettings.ts';
import { type Settings, standardSettings } from '#shared/domain/settings.ts';

type Clouds = Pick<Settings, 'clearstory' | 'procore'>;

/**
 * The clouds whose keys would now go to somebody else than they were entered for. Between Clearstory's or Procore's own addresses a key may
 * move; to any other only with a person who enters it for that.
 */
export function cloudsElsewhere(before: Clouds, after: Clouds): readonly ('clearstory' | 'procore')[] {
  const [one, other] = [procoreBases(before.procore), procoreBases(after.procore)];
  return [
    ...(isElsewhere(before.clearstory.baseUrl, after.clearstory.baseUrl) ? (['clearstory'] as const) : []),
    ...(isElsewhere(one.loginBase, other.loginBase) || isElsewhere(one.apiBase, other.apiBase)
      ? (['procore'] as const)
      : []),
  ];
}

const known = [
  standardSettings.clearstory.baseUrl,
  ...Object.values(procoreEnvironments).flatMap(({ loginBase, apiBase }) => [loginBase, apiBase]),
];
const ownOrigins = new Set(known.map(originOf));

function isElsewhere(before: string, after: string): boolean {
  const origin = originOf(after);
  return origin !== originOf(before) && !ownOrigins.has(origin);
}

function originOf(address: string): string {
  return URL.parse(address)?.origin ?? address;
}
