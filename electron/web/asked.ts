import type { IncomingMessage } from 'node:http';
import { readSessionCookie, type Sessions } from './sessions.ts';

/** What one request says about itself and about who makes it. */
export type Asked = {
  readonly method: string;
  readonly path: string;
  /** The one-time token of an address; null without one. */
  readonly token: string | null;
  readonly host: string | undefined;
  readonly origin: string | undefined;
  /** `Sec-Fetch-Site`: what the browser says about the page that asks. */
  readonly site: string | undefined;
  readonly sessionOpen: boolean;
};

/** Only the path as it was sent: nothing is decoded or resolved, so that `..` and `%2e` name nothing. */
export function readAsked(request: IncomingMessage, port: number, sessions: Sessions): Asked {
  const { headers, method = '', url = '' } = request;
  const [path = '', query = ''] = url.split('?', 2);
  const site = headers['sec-fetch-site'];
  return {
    method,
    path,
    token: new URLSearchParams(query).get('token'),
    host: headers.host,
    origin: headers.origin,
    site: Array.isArray(site) ? site.join() : site,
    sessionOpen: sessions.isOpen(readSessionCookie(headers.cookie, port)),
  };
}
