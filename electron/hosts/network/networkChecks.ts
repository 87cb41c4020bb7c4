import { hostTitles, type UsedHost } from '#shared/domain/network/hosts.ts';
import { hostTestSummary } from '#shared/domain/network/hostTest.ts';
import { type NetworkSettings, networkProblem } from '#shared/domain/network/settings.ts';
import type { Check } from '../../engine/diagnostics/check.ts';
import type { Random } from '../../engine/ports/runtime.ts';
import { testHost } from './hostTest.ts';
import type { Network } from './network.ts';

/** The self-checks of the way to the internet: how it is meant to go, and each host that is used. */
export async function networkChecks(
  network: Network,
  random: Random,
  settings: NetworkSettings,
  hosts: readonly UsedHost[],
): Promise<readonly Check[]> {
  const tested = await Promise.all(hosts.map((host) => testHost(network, random, host)));
  return [
    wayCheck(network, settings),
    ...tested.map((one): Check => {
      const ms = one.steps.reduce((sum, step) => sum + (step.ms ?? 0), 0);
      return { id: `network.${one.kind}`, title: `Network: ${hostTitles[one.kind]}`, ...hostTestSummary(one), ms };
    }),
  ];
}

function wayCheck({ trust, stack }: Network, settings: NetworkSettings): Check {
  const named = { id: 'network', title: 'How the internet is reached' } as const;
  const wrong = (sentence: string, remedy: string): Check => ({ ...named, result: 'fail', sentence, remedy });
  const problem = networkProblem(settings);
  if (problem !== null) return wrong(problem.sentence, 'Correct it under Settings, Network, or in the configuration.');
  if (settings.mode === 'pac' && stack === null) {
    return wrong(
      'A PAC file is named, and this Plumbline runs without the desktop program, which alone can use it.',
      'Name the proxy itself under Settings, Network, or in the configuration.',
    );
  }
  const trusted = trust();
  if (!trusted.ok) return wrong(trusted.failure.sentence, trusted.failure.remedy ?? '');
  return { ...named, result: 'ok', sentence: wayWords(settings, stack !== null), remedy: '' };
}

function wayWords({ mode, proxy, pac }: NetworkSettings, hasStack: boolean): string {
  switch (mode) {
    case 'system':
      return hasStack
        ? 'As the proxy settings of this computer say.'
        : 'As HTTPS_PROXY and NO_PROXY say where Plumbline was started.';
    case 'explicit':
      return `Through the proxy ${proxy}.`;
    case 'pac':
      return `As the PAC file ${pac} says.`;
    case 'none':
      return 'Directly, without a proxy.';
  }
}
