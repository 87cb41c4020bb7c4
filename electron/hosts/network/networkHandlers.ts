import type { networkChannels } from '#shared/contract/network.ts';
import { type Failure, fail, succeed } from '#shared/domain/failure.ts';
import { networkProblem } from '#shared/domain/network/settings.ts';
import type { Companies } from '../companies/companies.ts';
import type { HostHandlers } from '../companies/hostRequests.ts';
import { lockedRefusal } from '../lockedSettings.ts';
import { testHost } from './hostTest.ts';
import { uniqueHosts } from './usedHosts.ts';

/** What is asked of the installation about the internet. */
export const networkHandlers: Pick<HostHandlers, keyof typeof networkChannels> = {
  'network.get': (_, { companies: { network, networkBook, standing }, secrets }) =>
    succeed({
      settings: networkBook.settings(),
      locks: standing().locks.filter(({ path }) => path.startsWith('network.')),
      passwordStored: secrets.installation.has('proxy.password'),
      caFile: networkBook.caFile(),
      hasStack: network.stack !== null,
    }),

  'network.save': ({ settings, password }, { companies, secrets }) => {
    const { network, networkBook, standing, logger } = companies;
    const locked = lockedRefusal({ network: networkBook.settings() }, { network: settings }, standing().locks);
    if (locked !== null) return fail(locked);
    const problem = networkProblem(settings);
    if (problem !== null) return fail(refusal('network.refused', problem.sentence, 'Correct it and save again.'));
    if (settings.mode === 'pac' && network.stack === null) return fail(pacHere);
    const before = networkBook.settings();
    const moved = before.proxy !== settings.proxy || before.user !== settings.user;
    if (password === null && moved && settings.proxy !== '' && secrets.installation.has('proxy.password'))
      return fail(passwordElsewhere);
    if (password !== null) {
      const written = secrets.installation.write('proxy.password', password);
      if (!written.ok) return fail(refusal('secrets.unsafe', written.sentence, ''));
    }
    const failed = networkBook.save(settings);
    if (failed !== null) return fail(failed);
    logger.info('network.changed', { mode: networkBook.settings().mode });
    return succeed({});
  },

  'network.test': async (_, { companies }) => {
    const { network, random } = companies;
    const hosts = await Promise.all(hostsOf(companies).map((host) => testHost(network, random, host)));
    return succeed({ hosts });
  },

  'release.get': (_, { companies: { release } }) => {
    const { newer, checkedAt } = release.check.news();
    const on = release.address() !== null;
    return succeed({ running: release.version, newer: on ? newer : null, on, checkedAt });
  },
};

/** What the open companies use, each host once, and where news of versions come from. */
function hostsOf(companies: Companies): ReturnType<typeof uniqueHosts> {
  const used = companies.known().flatMap(({ id }) => {
    const place = companies.placeOf(id);
    return place.state === 'open' ? place.composed.usedHosts() : [];
  });
  const address = companies.release.address();
  return uniqueHosts([...used, ...(address === null ? [] : [{ kind: 'updates', address } as const])]);
}

const passwordElsewhere = refusal(
  'network.password',
  'The stored password was entered for another proxy or user, and goes nowhere else. Nothing was saved.',
  'Enter the password together with the new proxy or user.',
);

const pacHere = refusal(
  'network.pacHere',
  'A PAC file can only be used by the desktop program, and this Plumbline runs without it.',
  'Choose “Through this proxy” and enter the proxy that the file names for Clearstory and Procore.',
);

function refusal(code: string, sentence: string, remedy: string): Failure {
  return { next: 'needsPerson', code, sentence, ...(remedy === '' ? {} : { remedy }) };
}
