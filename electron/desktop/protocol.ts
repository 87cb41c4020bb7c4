import { protocol } from 'electron';
import type { Random } from '../engine/ports/runtime.ts';
import { newToken } from '../hosts/random.ts';
import type { RendererFiles } from '../hosts/rendererFiles.ts';
import { answerPageRequest, appScheme } from './appPage.ts';

/** Must be said before the app is ready. Standard and secure: relative addresses, `self` in the policy, storage per origin. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: appScheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Serves the screens under app://plumbline/. */
export function serveScreens(built: RendererFiles, random: Random): void {
  protocol.handle(appScheme, (request) => {
    const { status, headers, body } = answerPageRequest(built, request.method, request.url, newToken(random));
    const bytes = typeof body === 'string' ? body : new Uint8Array(body);
    return new Response(request.method === 'HEAD' ? null : bytes, { status, headers });
  });
}
