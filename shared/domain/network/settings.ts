import { z } from 'zod';
import { oneLine } from '../oneLine.ts';

/**
 * How this installation reaches the internet. `system`: as the computer's own settings say. `explicit`: through the proxy that stands here.
 * `pac`: as a file of the office decides for each address. `none`: directly.
 */
export const networkModes = ['system', 'explicit', 'pac', 'none'] as const;

/** The installation's, whichever company calls. The password is a secret and never stands here. */
export const networkSettingsSchema = z.strictObject({
  mode: z.enum(networkModes),
  /** Of an explicit proxy: `proxy.office.local:8080`. */
  proxy: oneLine(300),
  /** Address of the file that says for each address which way to go. */
  pac: oneLine(500),
  /** Hosts that are reached directly although there is a proxy. */
  bypass: z.array(oneLine(200).min(1)).max(100).readonly(),
  /** The user that the proxy asks for; empty: it asks for none. */
  user: oneLine(200),
});
export type NetworkSettings = z.infer<typeof networkSettingsSchema>;

export const standardNetwork: NetworkSettings = { mode: 'system', proxy: '', pac: '', bypass: [], user: '' };

export type ProxyAddress = { readonly secure: boolean; readonly host: string; readonly port: number };

/** `host:port` or `http(s)://host:port`; null when it is neither. A user or password in it is refused: those have fields of their own. */
export function readProxyAddress(text: string): ProxyAddress | null {
  const [, scheme, host = '', port] =
    /^(https?:\/\/)?(\[[\da-f:]{2,45}\]|[a-z\d_.-]{1,253}):(\d{1,5})\/?$/i.exec(text.trim()) ?? [];
  if (host === '' || Number(port) < 1 || Number(port) > 65_535) return null;
  return { secure: scheme?.toLowerCase() === 'https://', host: host.toLowerCase(), port: Number(port) };
}

/** What cannot be used as it stands, by its field; null: nothing. */
export function networkProblem(settings: NetworkSettings): {
  readonly field: 'proxy' | 'pac' | 'bypass' | 'user';
  readonly sentence: string;
} | null {
  const { mode, proxy, pac, bypass } = settings;
  if (mode === 'explicit' && readProxyAddress(proxy) === null) {
    const sentence =
      proxy === ''
        ? 'Enter the proxy’s name and port, for example proxy.office.local:8080.'
        : `“${proxy}” is not a proxy’s name and port, such as proxy.office.local:8080. User and password have fields of their own.`;
    return { field: 'proxy', sentence };
  }
  if (mode === 'pac' && !isPacAddress(pac)) {
    const sentence =
      pac === ''
        ? 'Enter the address of the PAC file, for example http://wpad.office.local/proxy.pac.'
        : `“${pac}” is not a web address of a PAC file, such as http://wpad.office.local/proxy.pac.`;
    return { field: 'pac', sentence };
  }
  const wrong = bypass.find((one) => !/^[*.\w:[\]<>-]+$/.test(one));
  if (mode === 'explicit' && wrong !== undefined) {
    return { field: 'bypass', sentence: `“${wrong}” is not a host, such as intranet.office.local or *.office.local.` };
  }
  return null;
}

/** http too: offices serve it inside, without certificates. Nothing on the disk is named. */
export function isPacAddress(text: string): boolean {
  return /^https?:\/\/[^\s/@?#]+(\/\S*)?$/i.test(text);
}
