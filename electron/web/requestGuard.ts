import type { Asked } from './asked.ts';

/** Who may ask: this machine, by this address, from our own page, in an opened session. Pure, so that every case is a table row. */

export type WebRefusal = { readonly status: number; readonly code: string; readonly sentence: string };

export const noSession: WebRefusal = {
  status: 401,
  code: 'web.noSession',
  sentence:
    'This browser has no open session with Plumbline. Open the address that Plumbline printed when it was started.',
};
export const usedToken: WebRefusal = {
  status: 403,
  code: 'web.usedToken',
  sentence:
    'This address has been used already or is older than five minutes. Run “plumbline serve” again to get a new one.',
};
export const badOrigin: WebRefusal = {
  status: 403,
  code: 'web.badOrigin',
  sentence: 'Only Plumbline’s own page may ask this.',
};
export const notHere: WebRefusal = { status: 404, code: 'web.notHere', sentence: 'There is nothing at this address.' };
export const tooManyPages: WebRefusal = {
  status: 503,
  code: 'web.tooManyPages',
  sentence: 'Too many pages are open on this Plumbline. Close some of them and reload this one.',
};
export const broken: WebRefusal = {
  status: 500,
  code: 'web.bug',
  sentence: 'Plumbline could not answer because of an error of its own. The log says more.',
};

/** Every request: a name other than this machine's means that another site's name was pointed here (DNS rebinding). */
export function refuseHost(host: string | undefined, port: number): WebRefusal | null {
  if (host === `127.0.0.1:${port}` || host === `localhost:${port}`) return null;
  return {
    status: 421,
    code: 'web.badHost',
    sentence: `Plumbline answers only to 127.0.0.1:${port} and localhost:${port} on this computer.`,
  };
}

/** The method for each kind of address; for those that read or change something, the caller too. */
export function refuseRequest(asked: Asked): WebRefusal | null {
  if (asked.path.startsWith('/rpc/')) return asked.method === 'POST' ? refuseCaller(asked) : wrongMethod('POST');
  if (asked.path === '/events') return asked.method === 'GET' ? refuseCaller(asked) : wrongMethod('GET');
  return asked.method === 'GET' || asked.method === 'HEAD' ? null : wrongMethod('GET');
}

/**
 * The origin must be ours, and a session open. Browsers send no Origin when a page reads from its own server; then Sec-Fetch-Site says
 * whose page it is. Other ports of this machine are other pages: SameSite cookies alone would let them in.
 */
function refuseCaller(asked: Asked): WebRefusal | null {
  if (asked.origin !== undefined && asked.origin !== `http://${asked.host ?? ''}`) return badOrigin;
  if (asked.origin === undefined && asked.method !== 'GET') return badOrigin;
  if (asked.site !== undefined && asked.site !== 'same-origin') return badOrigin;
  return asked.sessionOpen && asked.keyFits ? null : noSession;
}

function wrongMethod(allowed: string): WebRefusal {
  return { status: 405, code: 'web.wrongMethod', sentence: `This address takes only ${allowed}.` };
}
