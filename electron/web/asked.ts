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
  /** The cookie's: enough for the page. */
  readonly sessionOpen: boolean;
  /** The page's own key as well: whoever has only the cookie may be a server on another port. */
  readonly keyFits: boolean;
};

/** Only the path as it was sent: nothing is decoded or resolved, so that `..` and `%2e` name nothing. */
export function readAsked(request: IncomingMessage, port: number, sessions: Sessions): Asked {
  const { headers, method = '', url = '' } = request;
  const [path = '', query = ''] = url.split('?', 2);
  const words = new URLSearchParams(query);
  const cookie = readSessionCookie(headers.cookie, port);
  // An event stream can send no header.
  const key = headers['x-plumbline-key'];
  const site = headers['sec-fetch-site'];
  return {
    method,
    path,
    token: words.get('token'),
    host: headers.host,
    origin: headers.origin,
    site: Array.isArray(site) ? site.join() : site,
    sessionOpen: sessions.isOpen(cookie),
    keyFits: sessions.fits(cookie, Array.isArray(key) ? null : (key ?? words.get('key'))),
  };
}
