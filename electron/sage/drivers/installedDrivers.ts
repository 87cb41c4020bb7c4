import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { InstalledDrivers } from '#shared/domain/sageDrivers.ts';
import { namesInOdbcinst, namesInRegistry } from './driverLists.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Long for a look into the registry; a scanner may slow down the first start of any program. */
const registryTimeoutMs = 10_000;

const driversKey = 'HKLM\\SOFTWARE\\ODBC\\ODBCINST.INI\\ODBC Drivers';

/**
 * The ODBC drivers registered on this computer. Nothing is loaded, so this may run in any process. What cannot be read counts as
 * nothing installed; connecting then says what is wrong.
 */
export async function installedDrivers(platform: NodeJS.Platform, environment: Environment): Promise<InstalledDrivers> {
  if (platform === 'win32') {
    // Windows keeps one list for 64-bit and one for 32-bit programs; `/reg:` names the one that is meant whoever asks.
    const [usable, otherWidth] = await Promise.all([
      registeredDrivers('64', environment),
      registeredDrivers('32', environment),
    ]);
    return { usable, otherWidth, place: 'the registry of this computer' };
  }
  const file = odbcinstFile(environment);
  return { usable: namesInOdbcinst(textOf(file)), otherWidth: [], place: file };
}

async function registeredDrivers(width: '64' | '32', { SystemRoot }: Environment): Promise<readonly string[]> {
  try {
    const reg = join(SystemRoot ?? 'C:\\Windows', 'System32', 'reg.exe');
    const { stdout } = await promisify(execFile)(reg, ['query', driversKey, `/reg:${width}`], {
      timeout: registryTimeoutMs,
      windowsHide: true,
    });
    return namesInRegistry(stdout);
  } catch {
    return [];
  }
}

/** Where unixODBC looks; both halves can be moved by its environment variables, and are always joined. */
function odbcinstFile({ ODBCSYSINI, ODBCINSTINI }: Environment): string {
  return join(ODBCSYSINI ?? '/etc', ODBCINSTINI ?? 'odbcinst.ini');
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
