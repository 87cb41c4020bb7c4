import type { Fetch } from '../../clouds/http.ts';

/**
 * The desktop's network stack: it knows the proxy settings of the system, evaluates PAC files, and logs in to proxies as the Windows user.
 * `pac`: address of a PAC file; null: the system's settings.
 */
export type NetworkStack = {
  readonly fetch: (pac: string | null) => Fetch;
  /** Host and port of the proxy for an address; null: none. */
  readonly proxyFor: (pac: string | null, address: string) => Promise<string | null>;
  /** Who signed the certificate that a host showed last; null while it has shown none. */
  readonly issuerOf: (host: string) => string | null;
};
