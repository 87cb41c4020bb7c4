import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { CompanyId } from '#shared/domain/company.ts';
import { standardSettings } from '#shared/domain/settings.ts';
import type { Home } from '../homeFolder.ts';
import { replacePrivateFile } from '../wholeFile.ts';

/** Where a company's backups are, kept beside its store too: who restores a damaged one cannot look into it. */
const placeSchema = z.object({
  folder: z.string(),
  keep: z.number().int(),
  /** Why the last one could not be made. */
  trouble: z.object({ at: z.string(), sentence: z.string() }).nullable(),
});
type Place = z.infer<typeof placeSchema>;

const fileOf = (home: Home, id: CompanyId) => join(home.folder, 'companies', `${id}.backups.json`);

export function readPlace(home: Home, id: CompanyId): Place {
  try {
    return placeSchema.parse(JSON.parse(readFileSync(fileOf(home, id), 'utf8')));
  } catch {
    return { ...standardSettings.backup, trouble: null };
  }
}

export function writePlace(home: Home, id: CompanyId, place: Place): void {
  replacePrivateFile(fileOf(home, id), `${JSON.stringify(place)}\n`);
}
