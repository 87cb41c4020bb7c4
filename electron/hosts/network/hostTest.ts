import { hostTitles, type UsedHost } from '#shared/domain/network/hosts.ts';
import type { HostTest } from '#shared/domain/network/hostTest.ts';
import type { Random } from '../../engine/ports/runtime.ts';
import { words } from './connect.ts';
import { type Network, targetOf } from './network.ts';
import { createSteps } from './steps.ts';
import { testByNode } from './testByNode.ts';
import { testByStack } from './testByStack.ts';

/** Tries one host from its name to its clock. Sends no secret and changes nothing; no step takes longer than its limit. */
export async function testHost(network: Network, random: Random, { kind, address }: UsedHost): Promise<HostTest> {
  const target = targetOf(new URL(address));
  const steps = createSteps(network.clock);
  const way = network.wayTo(target);
  if (way.kind === 'stack' || way.kind === 'none') await testByStack(network, random, way, address, steps);
  else await testByNode(network, way, target, steps);
  return { kind, title: hostTitles[kind], host: words(target), steps: steps.all() };
}
