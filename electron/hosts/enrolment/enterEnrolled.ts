import { historyDetail } from '#shared/domain/historyDetail.ts';
import { ofNoRecord } from '#shared/domain/records.ts';
import { valueAt } from '#shared/domain/settingLocks.ts';
import type { Store } from '../../engine/ports/store.ts';
import type { KeptCompanies } from '../companies/companiesFile.ts';
import { setValues, withValues } from '../configuredSettings.ts';

/** Under which name the store remembers the enrolment whose settings it has. */
const note = 'enrolment';

/** Enters the settings of an enrolment into the company's own, once: from then on they are changed on screen like any others. */
export function enterEnrolled(store: Store, enrolled: KeptCompanies['enrolled'][string] | undefined): void {
  if (enrolled === undefined || store.notes.read(note) === enrolled.hash) return;
  const values = setValues('file', (key) => valueAt(enrolled.settings, key));
  const before = store.settings.read();
  const settings = withValues(before, values);
  const writing =
    settings.writing === before.writing ? settings.writing : { ...settings.writing, by: enrolled.by, at: enrolled.at };
  store.transaction(() => {
    store.settings.write({ ...settings, writing });
    store.history.add({
      at: enrolled.at,
      by: enrolled.by,
      kind: 'settings',
      sentence: `${enrolled.by}, connected this company.`,
      ...ofNoRecord,
      detail: historyDetail(Object.fromEntries(values.map(({ path, value }) => [path, JSON.stringify(value)]))),
    });
    store.notes.write(note, enrolled.hash);
  });
}
