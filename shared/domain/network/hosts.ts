import { procoreEnvironments } from '../procore/procoreSettings.ts';
import { standardSettings } from '../settings.ts';

/** What Plumbline reaches, as data: the help page for IT, the test of the hosts and the self-checks go by it. Outbound only. */

/** The kinds of host on the internet; each is a self-check. */
export const hostKinds = ['clearstory', 'procoreLogin', 'procoreApi', 'updates'] as const;
export type HostKind = (typeof hostKinds)[number];

export const hostTitles: Readonly<Record<HostKind, string>> = {
  clearstory: 'Clearstory’s Web API',
  procoreLogin: 'Procore’s login',
  procoreApi: 'Procore’s data',
  updates: 'News of new versions',
};

/** One host that this installation uses now. `address`: its https address. */
export type UsedHost = { readonly kind: HostKind; readonly address: string };

export type ReachedHost = {
  readonly host: string;
  readonly port: string;
  readonly protocol: 'TCP' | 'UDP';
  readonly why: string;
};

/** On the internet: port 443 and nothing else. */
export const internetHosts: readonly ReachedHost[] = [
  internet(standardSettings.clearstory.baseUrl, 'Clearstory: change order requests'),
  ...Object.values(procoreEnvironments).flatMap(({ words, loginBase, apiBase }) => [
    internet(loginBase, `Procore, ${words}: tokens`),
    internet(apiBase, `Procore, ${words}: reading and writing`),
  ]),
];

/** Inside the office. */
export const officeHosts: readonly ReachedHost[] = [
  {
    host: 'Sage’s SQL Server',
    port: '1433, or the port of its instance',
    protocol: 'TCP',
    why: 'reading and writing the company',
  },
  {
    host: 'Sage’s SQL Server',
    port: '1434',
    protocol: 'UDP',
    why: 'finding the port of a server that is named by its instance',
  },
  {
    host: 'the mail server of the alarms',
    port: '587, or as under Settings, Alarms',
    protocol: 'TCP',
    why: 'alarms as e-mail, where they are set; not through a proxy',
  },
  {
    host: 'the proxy',
    port: 'as under Settings, Network',
    protocol: 'TCP',
    why: 'in place of the hosts on the internet, where there is one',
  },
];

function internet(address: string, why: string): ReachedHost {
  return { host: address.replace(/^https:\/\//, ''), port: '443', protocol: 'TCP', why };
}
