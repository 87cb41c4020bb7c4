import type { ServerResponse } from 'node:http';
import type { Failure } from '#shared/domain/failure.ts';
import { commonHeaders, contentSecurityPolicy, pageHeaders } from '../hosts/pageSecurity.ts';
import type { WebRefusal } from './requestGuard.ts';

/** JSON with the headers that every answer carries. */
export function sendJson(response: ServerResponse, status: number, body: string): void {
  response.writeHead(status, {
    ...commonHeaders,
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
  });
  response.end(body);
}

/** A refusal to the screens: the same envelope that the engine answers with, so that they can show its words. */
export function sendRefusal(response: ServerResponse, { status, code, sentence }: WebRefusal): void {
  const failure: Failure = { next: 'needsPerson', code, sentence };
  sendJson(response, status, JSON.stringify({ ok: false, failure }));
}

/** A refusal to a person who looks at the browser itself. `sentence` is ours, never text from the request. */
export function sendRefusalPage(response: ServerResponse, nonce: string, { status, sentence }: WebRefusal): void {
  const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>Plumbline</title>
<style nonce="${nonce}">body { font: 16px/1.5 'Segoe UI', system-ui, sans-serif; max-width: 34rem; margin: 15vh auto; padding: 0 1rem }</style>
<h1>Plumbline</h1>
<p>${sentence}</p>
<p><a href="/">Try again</a></p>
</html>
`;
  response.writeHead(status, { ...pageHeaders(nonce), 'Content-Security-Policy': contentSecurityPolicy(nonce) });
  response.end(page);
}
