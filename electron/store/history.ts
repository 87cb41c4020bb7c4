import { z } from 'zod';
import { type HistoryEntry, historyEntrySchema } from '#shared/domain/records.ts';
import type { Store } from '../engine/ports/store.ts';
import type { Row, SqlValue } from './database.ts';
import { instantKey, type OfficeDays } from './instants.ts';
import { readPayload, type Scope, textOf } from './scope.ts';
import { containing, foldText, foldWords, searchWords } from './searchText.ts';

const source = 'store.history';

/** The id is the place in the order in which entries were added, with leading zeros, so that it sorts as text. */
const idSql = `printf('%012d', number)`;
/** Stored before an entry could name several CORs: it named the first. */
const withCors = (stored: unknown) => {
  if (typeof stored !== 'object' || stored === null || 'cors' in stored) return stored;
  const { corId = null, corNumber = null } = stored as { readonly corId?: unknown; readonly corNumber?: unknown };
  return { ...stored, cors: corId === null ? [] : [{ id: corId, number: corNumber }] };
};
const storedSchema = z.preprocess(withCors, historyEntrySchema.omit({ id: true }));

function readEntry(scope: Scope, row: Row): readonly HistoryEntry[] {
  const id = textOf(row, 'id');
  const entry = readPayload(scope, storedSchema, { source, key: id }, textOf(row, 'payload'));
  return entry === null ? [] : [{ ...entry, id }];
}

/** Everything that happened, newest first. Entries are never changed or deleted: the database refuses it. */
export function createHistory(scope: Scope, days: () => OfficeDays): Store['history'] {
  const { db, company } = scope;
  return {
    add: (entry) => {
      db.run(
        `INSERT INTO history (company, number, at, by, kind, job, cor_id, transfer_id, item, words, payload)
         VALUES (?, 1 + coalesce((SELECT number FROM history WHERE company = ? ORDER BY number DESC LIMIT 1), 0),
           ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
        company,
        company,
        instantKey(entry.at),
        foldText(entry.by),
        entry.kind,
        entry.job,
        entry.cors[0]?.id ?? null,
        entry.transferId,
        entry.item ?? null,
        foldWords([entry.sentence, entry.by, entry.job, ...entry.cors.map(({ number }) => number), entry.changeOrder]),
        JSON.stringify(entry),
      );
    },

    list: (query) => {
      const conditions = ['company = ?'];
      const values: SqlValue[] = [company];
      const where = (condition: string, value: SqlValue): void => {
        conditions.push(condition);
        values.push(value);
      };
      if (query.job !== '') where('job = ?', query.job);
      if (query.corId !== '') {
        // A transfer of several CORs belongs to the life of each of them.
        conditions.push(`(cor_id = ? OR transfer_id IN
          (SELECT transfer_id FROM transfer_cors t WHERE t.company = history.company AND t.cor_id = ?))`);
        values.push(query.corId, query.corId);
      }
      if (query.transferId !== '') where('transfer_id = ?', query.transferId);
      if (query.item !== undefined) where('item = ?', query.item);
      if (query.by !== '') where('by = ?', foldText(query.by));
      if (query.kinds.length > 0) where('kind IN (SELECT value FROM json_each(?))', JSON.stringify(query.kinds));
      if (query.from !== '' || query.to !== '') {
        const { from, to } = days().range(query.from, query.to);
        if (from !== null) where('at >= ?', from);
        if (to !== null) where('at < ?', to);
      }
      for (const word of searchWords(query.search)) where('words GLOB ?', containing(word));

      const condition = conditions.join(' AND ');
      const total = Number(db.column(`SELECT count(*) FROM history WHERE ${condition}`, ...values)[0]);
      const rows = db.all(
        `SELECT ${idSql} AS id, payload FROM history
         WHERE ${condition} ORDER BY number DESC LIMIT ? OFFSET ?`,
        ...values,
        query.limit,
        query.offset,
      );
      return { rows: rows.flatMap((row) => readEntry(scope, row)), total };
    },
  };
}
