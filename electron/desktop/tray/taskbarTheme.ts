import { execFile } from 'node:child_process';
import { join } from 'node:path';

/** Windows colours its taskbar by a value of its own, which may differ from the one of the applications (confidence high). */
const key = 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize';
const value = 'SystemUsesLightTheme';

/** `otherwise`: whether applications are dark, where nothing says how the taskbar is. */
export function isTaskbarDark(otherwise: boolean): Promise<boolean> {
  if (process.platform !== 'win32') return Promise.resolve(otherwise);
  const program = join(process.env.SystemRoot ?? 'C:\\Windows', 'System32', 'reg.exe');
  return new Promise((resolve) => {
    execFile(program, ['query', key, '/v', value], { windowsHide: true, timeout: 5_000 }, (_error, output) => {
      resolve(readTaskbarDark(output) ?? otherwise);
    });
  });
}

/** Reads what `reg query` prints: `    SystemUsesLightTheme    REG_DWORD    0x1`. Null when it does not say. */
export function readTaskbarDark(output: string): boolean | null {
  const found = /SystemUsesLightTheme\s+REG_DWORD\s+0x([0-9a-f]+)/i.exec(output);
  return found === null ? null : Number.parseInt(found[1] ?? '', 16) === 0;
}
