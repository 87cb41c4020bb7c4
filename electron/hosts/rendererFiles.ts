import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fail, type Result, succeed } from '#shared/domain/failure.ts';
import { commonHeaders } from './pageSecurity.ts';

export type RendererFile = { readonly body: Buffer; readonly headers: Readonly<Record<string, string>> };

/** The built screens, read once at the start: what is not in this list cannot be asked for, whatever the path says. */
export type RendererFiles = {
  /** index.html with the nonce placeholder still in it. */
  readonly page: string;
  /** By absolute path, e.g. `/assets/index-abc.js`. */
  readonly files: ReadonlyMap<string, RendererFile>;
};

/** Kinds that a build of the screens consists of; others are not served. */
const contentTypes: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.json': 'application/json; charset=utf-8',
};

export function readRendererFiles(folder: string): Result<RendererFiles> {
  try {
    const page = readFileSync(join(folder, 'index.html'), 'utf8');
    const files = new Map<string, RendererFile>();
    for (const path of pathsBelow(folder, '')) {
      const type = contentTypes[extname(path)];
      if (type === undefined) continue;
      const body = readFileSync(join(folder, path));
      files.set(path, { body, headers: { ...commonHeaders, ...fileHeaders(path, type) } });
    }
    return succeed({ page, files });
  } catch (error) {
    return fail({
      next: 'needsPerson',
      code: 'renderer.missing',
      sentence: `The built screens are not in ${folder}.`,
      remedy: 'Build them: npm run build',
      detail: error instanceof Error ? error.message : String(error),
    });
  }
}

/** Paths of all files, with `/` between the parts on every system. */
function pathsBelow(folder: string, path: string): readonly string[] {
  return readdirSync(join(folder, path), { withFileTypes: true }).flatMap((entry) => {
    const inner = `${path}/${entry.name}`;
    return entry.isDirectory() ? pathsBelow(folder, inner) : entry.isFile() ? [inner] : [];
  });
}

/** Names under assets/ carry a hash of their content, so that they may be kept for ever. */
function fileHeaders(path: string, type: string): Readonly<Record<string, string>> {
  const keep = path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
  return { 'Content-Type': type, 'Cache-Control': keep };
}
