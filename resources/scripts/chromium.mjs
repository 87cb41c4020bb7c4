import { execFileSync } from 'node:child_process';

/**
 * The system's Chromium, found on PATH; a browser is never downloaded. The same without its own windows and toolbars, if there is one,
 * which cost every page of a test half a second. Throws where there is none.
 */
export function systemChromium() {
  const names = ['chromium-headless-shell', 'chromium', 'chromium-browser'];
  const find = names.map((name) => `command -v ${name}`).join(' || ');
  return execFileSync('sh', ['-c', find], { encoding: 'utf8' }).trim();
}
