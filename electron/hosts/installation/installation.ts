import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { withAlarms } from '#shared/domain/alarms/settings.ts';
import type { Failure } from '#shared/domain/failure.ts';
import {
  type InstallationSettings,
  installationSettingsSchema,
  standardInstallation,
} from '#shared/domain/installation.ts';
import { keepingAt, valueAt } from '#shared/domain/settingLocks.ts';
import type { Config } from '../config.ts';
import { settingKeys } from '../settingKeys.ts';
import { replacePrivateFile, systemCode } from '../wholeFile.ts';

/** What is set for the installation. */
export type Installation = {
  /** As it counts: the configuration file over what was set on screen. */
  readonly read: () => InstallationSettings;
  /** As it was set on screen, whatever the configuration file says. */
  readonly stored: () => InstallationSettings;
  /** Null, or why it could not be kept. What the configuration file sets keeps what was stored below it. */
  readonly write: (settings: InstallationSettings) => Failure | null;
  /** Why what is stored could not be used, so that the standard settings count; null when it could, or nothing is. */
  readonly unread: string | null;
};

/** Keys that a later version may have added are left out, so that going back to this one does not lose the others. */
const storedSchema = z.object({
  log: installationSettingsSchema.shape.log.catch(standardInstallation.log),
  alarms: z.looseObject({}).optional(),
  backups: installationSettingsSchema.shape.backups.catch(standardInstallation.backups),
});

/**
 * Opens the file of the installation's settings; one that cannot be used does not keep Plumbline from its work. `configured`: what the
 * organisation's policy or the configuration file sets now.
 */
export function openInstallation(
  file: string,
  configured: () => Pick<Config, 'log' | 'alarms' | 'backups'>,
): Installation {
  const { settings, unread } = readStored(file);
  let stored = settings;
  const read = (): InstallationSettings => {
    const { log, alarms, backups } = configured();
    return {
      log: { level: log?.level ?? stored.log.level },
      alarms: withAlarms(stored.alarms, alarms),
      backups: { folder: backups?.folder ?? stored.backups.folder, keep: backups?.keep ?? stored.backups.keep },
    };
  };
  return {
    read,
    stored: () => stored,
    unread,
    write: (next) => {
      const kept = keepingAt(next, stored, pathsSet(configured()));
      const failed = replacePrivateFile(file, `${JSON.stringify(kept, null, 2)}\n`);
      if (failed !== null) return notWritten(file, failed);
      stored = kept;
      return null;
    },
  };
}

/** Which of these settings stand above what was set on screen. */
function pathsSet(configured: Pick<Config, 'log' | 'alarms' | 'backups'>): readonly string[] {
  return settingKeys
    .map(({ key }) => key)
    .filter((key) => /^(log|alarms|backups)\./.test(key) && valueAt(configured, key) !== undefined);
}

function readStored(file: string): { readonly settings: InstallationSettings; readonly unread: string | null } {
  try {
    const given = storedSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    const alarms = { ...standardInstallation.alarms, ...given.alarms };
    const settings = installationSettingsSchema.parse({ log: given.log, alarms, backups: given.backups });
    return { settings, unread: null };
  } catch (error) {
    if (systemCode(error) === 'ENOENT') return { settings: standardInstallation, unread: null };
    const why = systemCode(error) ?? 'its content is not as Plumbline writes it';
    return { settings: standardInstallation, unread: `${file} cannot be used (${why}).` };
  }
}

function notWritten(file: string, code: string): Failure {
  return {
    next: 'needsPerson',
    code: 'installation.notWritten',
    sentence: `The file ${file}, which keeps the settings of this installation, could not be written (${code}). Nothing was changed.`,
    remedy: 'Check the rights on its folder and the room on its disk.',
  };
}
