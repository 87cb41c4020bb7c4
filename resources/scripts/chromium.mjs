import { execFileSync } from 'node:child_process';

/** The system's Chromium, found on PATH; a browser is never downloaded. Throws where there is none. */
export function systemChromium() {
  return execFileSync('sh', ['-c', 'command -v chromium || command -v chromium-browser'], { encoding: 'utf8' }).trim();
}
