import type { UsedHost } from '#shared/domain/network/hosts.ts';
import { isLoopback } from '#shared/domain/network/way.ts';
import { procoreBases } from '#shared/domain/procore/procoreSettings.ts';
import type { Settings } from '#shared/domain/settings.ts';

/** The hosts on the internet that one company uses; practice clouds are on this computer and need none. */
export function usedHosts(
  { clearstory, procore }: Pick<Settings, 'clearstory' | 'procore'>,
  uses: { readonly clearstory: boolean; readonly procore: boolean },
): readonly UsedHost[] {
  const { loginBase, apiBase } = procoreBases(procore);
  const all: readonly UsedHost[] = [
    ...(uses.clearstory ? [{ kind: 'clearstory', address: clearstory.baseUrl } as const] : []),
    ...(uses.procore
      ? [{ kind: 'procoreLogin', address: loginBase } as const, { kind: 'procoreApi', address: apiBase } as const]
      : []),
  ];
  return all.filter(({ address }) => {
    const url = URL.parse(address);
    return url !== null && url.protocol === 'https:' && !isLoopback(url.hostname);
  });
}

/** Each host once, whoever uses it. */
export function uniqueHosts(hosts: readonly UsedHost[]): readonly UsedHost[] {
  const byHost = new Map(hosts.map((one) => [`${one.kind} ${new URL(one.address).host}`, one]));
  return [...byHost.values()];
}
