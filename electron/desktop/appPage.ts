import { commonHeaders, pageHeaders, withNonce } from '../hosts/pageSecurity.ts';
import type { RendererFiles } from '../hosts/rendererFiles.ts';

/** Our own scheme instead of file://, so that the page has an origin of its own and can reach nothing on the disk. */
export const appScheme = 'app';
export const appOrigin = `${appScheme}://plumbline`;
export const appAddress = `${appOrigin}/`;

export type PageAnswer = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Buffer;
};

/** Answers the window's request for a part of the screens: only what was in the list when the program started. */
export function answerPageRequest(built: RendererFiles, method: string, address: string, nonce: string): PageAnswer {
  const url = URL.parse(address);
  if (url === null || url.protocol !== `${appScheme}:` || url.host !== 'plumbline') return refusal(403);
  if (method !== 'GET' && method !== 'HEAD') return refusal(405);
  if (url.pathname === '/') return { status: 200, headers: pageHeaders(nonce), body: withNonce(built.page, nonce) };
  const file = built.files.get(url.pathname);
  return file === undefined ? refusal(404) : { status: 200, headers: file.headers, body: file.body };
}

function refusal(status: number): PageAnswer {
  return { status, headers: { ...commonHeaders, 'Content-Type': 'text/plain; charset=utf-8' }, body: '' };
}
