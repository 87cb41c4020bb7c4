import type { backupChannels } from '#shared/contract/backups.ts';
import { type BackupSettings, folderProblem } from '#shared/domain/backups.ts';
import { type Failure, fail, succeed } from '#shared/domain/failure.ts';
import { changesBetween, historyDetail } from '#shared/domain/historyDetail.ts';
import { ofNoRecord } from '#shared/domain/records.ts';
import { backupTrouble } from '../../engine/backupTrouble.ts';
import type { Companies } from '../companies/companies.ts';
import type { HostHandlers } from '../companies/hostRequests.ts';
import { lockedRefusal } from '../lockedSettings.ts';
import { backupsIn } from './backupFiles.ts';
import { backUpNow, findBackup, lostSince, placeOfBackups, restoreBackup } from './backups.ts';

export const backupHandlers: Pick<HostHandlers, keyof typeof backupChannels> = {
  'backups.list': ({ id }, context) => {
    const { companies } = context;
    const { folder } = placeOfBackups(context);
    const place = companies.placeOf(id);
    const { backups, undescribed } = backupsIn(folder, id);
    return succeed({
      folder,
      settings: companies.installation.read().backups,
      locks: companies.standing().locks.filter(({ path }) => path.startsWith('backups.')),
      trouble: place.state === 'open' ? backupTrouble(place.composed) : null,
      backups: backups.slice(0, 400),
      undescribed: undescribed.slice(0, 50),
    });
  },

  'backups.now': async ({ id }, context) => {
    const made = await backUpNow(context, id, 'asked');
    return made.ok ? succeed({ backup: made.value }) : made;
  },

  'backups.preview': async ({ id, name }, context) => {
    const found = await findBackup(context, id, name);
    if (!found.ok) return found;
    return succeed({ backup: found.value, lost: lostSince(context, id, found.value.at) });
  },

  'backups.restore': ({ id, name, confirmation }, context) =>
    context.companies.inTurn(async () => {
      const company = context.companies.known().find((one) => one.id === id);
      if (company === undefined || confirmation.trim().toLowerCase() !== company.name.trim().toLowerCase()) {
        const sentence = `Type the company's name, ${company?.name ?? id}, to say that its data is to be replaced. Nothing was changed.`;
        return fail({ next: 'needsPerson', code: 'backup.confirmation', sentence });
      }
      const restored = await restoreBackup(context, id, name);
      return restored.ok ? succeed({ keptFile: restored.value }) : restored;
    }),

  'backups.save': ({ settings }, { companies }) => {
    const { installation, standing, logger } = companies;
    const problem = folderProblem(settings.folder);
    if (problem !== null) return fail(refusal('backup.folder', problem));
    const before = installation.read().backups;
    const locked = lockedRefusal({ backups: before }, { backups: settings }, standing().locks);
    if (locked !== null) return fail(locked);
    const failed = installation.write({ ...installation.stored(), backups: settings });
    if (failed !== null) return fail(failed);
    tellSaved(companies, before, settings);
    logger.info('backup.changed');
    return succeed({});
  },
};

/** The settings are of the installation; each company's History says since when they count for it. */
function tellSaved({ known, placeOf, surroundings, clock }: Companies, before: BackupSettings, after: BackupSettings) {
  for (const { id } of known()) {
    const place = placeOf(id);
    if (place.state !== 'open') continue;
    place.composed.store.history.add({
      at: clock.now(),
      by: surroundings.person,
      kind: 'settings',
      sentence: `${surroundings.person} changed where backups lie or how many are kept.`,
      ...ofNoRecord,
      detail: historyDetail(changesBetween({ backups: before }, { backups: after })),
    });
  }
}

function refusal(code: string, sentence: string): Failure {
  return { next: 'needsPerson', code, sentence };
}
