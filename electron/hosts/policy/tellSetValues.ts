import { historyDetail } from '#shared/domain/historyDetail.ts';
import { ofNoRecord } from '#shared/domain/records.ts';
import type { Store } from '../../engine/ports/store.ts';
import type { SetValue } from '../configuredSettings.ts';

/** Under which name the values that History knows are kept. */
const note = 'settings.set';

/** Tells History what the policy and the configuration file set, whenever that has changed since it was last told. */
export function tellSetValues(store: Store, values: readonly SetValue[], at: string): void {
  const lines = (by: SetValue['by']) =>
    Object.fromEntries(
      values.filter((value) => value.by === by).map(({ path, value }) => [path, JSON.stringify(value) ?? '']),
    );
  const now = { organisation: lines('organisation'), file: lines('file') };
  const text = JSON.stringify(now);
  const before = store.notes.read(note);
  if (before === text || (before === null && values.length === 0)) return;
  const told = before === null ? { organisation: {}, file: {} } : (JSON.parse(before) as typeof now);
  store.transaction(() => {
    for (const by of ['organisation', 'file'] as const) {
      if (JSON.stringify(told[by]) === JSON.stringify(now[by])) continue;
      const who = by === 'organisation' ? 'The organisation’s policy' : 'The configuration file';
      const count = Object.keys(now[by]).length;
      const sets = count === 1 ? 'one setting' : count === 0 ? 'no setting any more' : `${count} settings`;
      store.history.add({
        at,
        by: who,
        kind: 'settings',
        sentence: `${who} sets ${sets}.`,
        ...ofNoRecord,
        detail: historyDetail(now[by]),
      });
    }
    store.notes.write(note, text);
  });
}
