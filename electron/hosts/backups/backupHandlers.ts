import type { backupChannels } from '#shared/contract/backups.ts';
import { fail, succeed } from '#shared/domain/failure.ts';
import type { HostHandlers } from '../companies/hostRequests.ts';
import { listBackups } from './backupFiles.ts';
import { backUpNow, findBackup, lostSince, placeOfBackups, restoreBackup } from './backups.ts';

export const backupHandlers: Pick<HostHandlers, keyof typeof backupChannels> = {
  'backups.list': ({ id }, context) => {
    const { folder, keep, trouble } = placeOfBackups(context, id);
    return succeed({ folder, keep, trouble, backups: listBackups(folder, id).slice(0, 400) });
  },

  'backups.now': async ({ id }, context) => {
    const made = await backUpNow(context, id, 'asked');
    return made.ok ? succeed({ backup: made.value }) : made;
  },

  'backups.preview': ({ id, name }, context) => {
    const found = findBackup(context, id, name);
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

  'backups.set': ({ id, folder, keep }, context) => {
    const place = context.companies.placeOf(id);
    if (place.state !== 'open')
      return fail({ next: 'needsPerson', code: 'backup.notOpen', sentence: `Company ${id} is not open.` });
    const { store } = place.composed;
    store.settings.write({ ...store.settings.read(), backup: { folder: folder.trim(), keep } });
    return succeed({});
  },
};
