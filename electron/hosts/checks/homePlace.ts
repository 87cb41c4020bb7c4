import { realpathSync, statfsSync } from 'node:fs';
import type { Check } from '../../engine/diagnostics/check.ts';
import type { Environment } from '../secretNames.ts';

/** What decides where the home folder lies; read from the system by `homePlaceCheck`. */
export type PlaceFacts = {
  readonly platform: NodeJS.Platform;
  /** With every link and mapped drive followed: on Windows a mapped network drive comes out as `\\server\share`. */
  readonly realPath: string;
  /** Folders that a cloud service keeps in step with other computers. */
  readonly syncedFolders: readonly string[];
  /** Type number of the file system (Linux); elsewhere null. */
  readonly fileSystem: number | null;
};

/** Linux' numbers of file systems that other computers serve (statfs(2)): NFS, SMB, CIFS, SMB2, AFS, Ceph, 9P. */
const servedFileSystems = [0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x5346414f, 0x00c36400, 0x01021997];

export type Place = 'local' | 'network' | 'synced';

/** SQLite's write-ahead log needs one computer's memory, so that it must not lie on a network drive; a synchronised folder is copied while it is written. */
export function placeOf({ platform, realPath, syncedFolders, fileSystem }: PlaceFacts): Place {
  const path = platform === 'win32' ? realPath.toLowerCase() : realPath;
  if (platform === 'win32' && /^\\\\(?![?.]\\)|^\\\\\?\\unc\\/.test(path)) return 'network';
  if (fileSystem !== null && servedFileSystems.includes(fileSystem)) return 'network';
  const separator = platform === 'win32' ? '\\' : '/';
  const inside = syncedFolders.some((folder) => {
    const base = (platform === 'win32' ? folder.toLowerCase() : folder).replace(/[\\/]+$/, '');
    return base !== '' && (path === base || path.startsWith(base + separator));
  });
  return inside || /[\\/](onedrive|dropbox|google drive)( -[^\\/]*)?[\\/]/i.test(realPath) ? 'synced' : 'local';
}

export function homePlaceCheck(homeFolder: string, environment: Environment): Check {
  const id = 'homePlace';
  const title = 'The home folder lies on this computer';
  const place = placeOf(factsOf(homeFolder, environment));
  const antivirus = 'If a scanner slows Plumbline down, let it leave this folder out.';
  if (place === 'local') return { id, title, result: 'ok', sentence: `${homeFolder} does.`, remedy: antivirus };
  const sentence =
    place === 'network'
      ? `${homeFolder} is on a network drive, where what Plumbline keeps can be damaged.`
      : `${homeFolder} is in a folder that is kept in step with other computers, which can damage what Plumbline keeps.`;
  const remedy = 'Stop Plumbline, move the folder to a disk of this computer, and name it with --home.';
  return { id, title, result: place === 'network' ? 'fail' : 'warn', sentence, remedy };
}

function factsOf(homeFolder: string, environment: Environment): PlaceFacts {
  const { platform } = process;
  const { OneDrive, OneDriveCommercial, OneDriveConsumer } = environment;
  return {
    platform,
    realPath: realPathOf(homeFolder),
    syncedFolders: [OneDrive, OneDriveCommercial, OneDriveConsumer].flatMap((folder) => folder ?? []),
    fileSystem: platform === 'linux' ? fileSystemOf(homeFolder) : null,
  };
}

/** Null where nobody can tell: that the folder is not there, another check says. */
function fileSystemOf(folder: string): number | null {
  try {
    return statfsSync(folder).type >>> 0;
  } catch {
    return null;
  }
}

function realPathOf(folder: string): string {
  try {
    return realpathSync.native(folder);
  } catch {
    return folder;
  }
}
