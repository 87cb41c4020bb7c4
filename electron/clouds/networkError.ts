/**
 * Why a connection did not come about. Nothing was sent. `code` is for support and for `clouds/http.ts`, which sorts by it; `proxy`: host and
 * port of the proxy that it happened at. Neither ever holds a user, a password or a full address.
 */
export class NetworkError extends Error {
  readonly code: NetworkCode;
  readonly proxy: string | null;

  constructor(code: NetworkCode, proxy: string | null, cause?: unknown) {
    super(code, cause === undefined ? undefined : { cause });
    this.code = code;
    this.proxy = proxy;
  }
}

export type NetworkCode =
  /** The proxy’s name is not known, or nothing listens there. */
  | 'PROXY_NOT_FOUND'
  | 'PROXY_UNREACHABLE'
  /** It took the connection and said nothing, or hung up. */
  | 'PROXY_SILENT'
  | 'PROXY_CLOSED'
  /** An encrypted proxy whose certificate is not trusted. */
  | 'PROXY_UNTRUSTED'
  /** 407: with a user and a password; only as a Windows user. */
  | 'PROXY_AUTH'
  | 'PROXY_AUTH_WINDOWS'
  /** Any other refusal, such as 403; with the status. */
  | `PROXY_REFUSED_${number}`
  /** It is stated in a form that cannot be used. */
  | 'PROXY_ADDRESS'
  /** A PAC file needs the desktop program. */
  | 'PAC_NEEDS_DESKTOP'
  /** The file of further authorities cannot be used. */
  | 'CA_FILE'
  | 'CONNECT_TIMEOUT'
  | 'TLS_TIMEOUT'
  | 'TLS_CLOSED'
  /** What the system or OpenSSL says, for connections without a proxy. */
  | (string & {});
