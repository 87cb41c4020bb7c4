import { type Cor, corSchema } from '#shared/domain/cor.ts';
import type { CorStore } from '../engine/ports/store.ts';
import { corWords, sageRank, sortKeysOf } from './corColumns.ts';
import { createCorLog } from './corLog.ts';
import { corSource, removeRow } from './corRows.ts';
import type { Row, SqlValue } from './database.ts';
import { instantKey, instantOrNull, type OfficeDays } from './instants.ts';
import { integerOf, readPayload, type Scope, textOf, textOrNullOf } from './scope.ts';
import { foldText } from './searchText.ts';

/** Change order requests as last read from the cloud. */
export function createCors(scope: Scope, days: () => OfficeDays): CorStore {
  const { db, company } = scope;
  const find = (id: string): Row | undefined =>
    db.get('SELECT row, updated_at, in_detail FROM cors WHERE company = ? AND id = ?', company, id);

  return {
    upsert: (cors, inDetail) =>
      db.transaction(() => cors.filter((cor) => save(scope, cor, inDetail, find(cor.id))).map((cor) => cor.id)),

    get: (id) => {
      const row = db.get(
        `SELECT p.row, p.payload FROM cors AS c JOIN cor_payloads AS p USING (row)
         WHERE c.company = ? AND c.id = ?`,
        company,
        id,
      );
      if (row === undefined) return null;
      const cor = readPayload(scope, corSchema, { source: corSource, key: id }, textOf(row, 'payload'));
      if (cor === null) removeRow(db, company, integerOf(row, 'row'));
      return cor;
    },

    hasDetail: (id) => find(id)?.in_detail === 1,

    ids: (projectId) =>
      db.column('SELECT id FROM cors WHERE company = ? AND project_id = ? ORDER BY id', company, projectId).map(String),

    remove: (ids) =>
      db.transaction(() => {
        for (const id of ids) {
          const row = find(id);
          if (row !== undefined) removeRow(db, company, integerOf(row, 'row'));
        }
      }),

    setSageState: (id, state, changeOrder) =>
      db.transaction(() => {
        const row = find(id)?.row;
        if (typeof row !== 'number') return;
        db.run('UPDATE cors SET sage = ? WHERE company = ? AND row = ?', sageRank(state), company, row);
        db.run(
          `UPDATE cor_filters SET sage_state = ?, change_order = ?, words = substr(words, 1, instr(words, char(10))) || ?
           WHERE company = ? AND row = ?`,
          state,
          changeOrder,
          foldText(changeOrder ?? ''),
          company,
          row,
        );
      }),

    list: createCorLog(scope, days),
  };
}

/** Stores one COR unless what is there is better; true when it was new or newer. */
function save(scope: Scope, cor: Cor, inDetail: boolean, known: Row | undefined): boolean {
  const { db, company } = scope;
  const payload = JSON.stringify(cor);
  if (known === undefined) {
    insert(scope, cor, inDetail, payload);
    return true;
  }
  const age = instantKey(cor.updatedAt);
  const knownAge = textOf(known, 'updated_at');
  if (age < knownAge) return false;
  const hadDetail = known.in_detail === 1;
  // Of one version, details are worth more than what a list tells.
  if (age === knownAge && hadDetail && !inDetail) return false;
  const row = integerOf(known, 'row');
  if (age === knownAge && hadDetail === inDetail) {
    const stored = db.column('SELECT payload FROM cor_payloads WHERE company = ? AND row = ?', company, row)[0];
    if (stored === payload) return false;
  }
  update(scope, cor, inDetail, payload, row);
  return age > knownAge;
}

function insert({ db, company }: Scope, cor: Cor, inDetail: boolean, payload: string): void {
  const values: Readonly<Record<string, SqlValue>> = {
    company,
    id: cor.id,
    project_id: cor.projectId,
    in_detail: inDetail ? 1 : 0,
    sage: sageRank('notInSage'),
    ...sortKeysOf(cor),
  };
  const names = Object.keys(values);
  const [row] = db.column(
    `INSERT INTO cors (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')}) RETURNING row`,
    ...Object.values(values),
  );
  if (typeof row !== 'number') throw new Error('The new row has no number');
  db.run(
    `INSERT INTO cor_filters (row, company, project_id, status, sage_state, change_order, submitted, words)
     VALUES (?, ?, ?, ?, 'notInSage', NULL, ?, ?)`,
    row,
    company,
    cor.projectId,
    cor.status,
    instantOrNull(cor.dateSubmitted),
    corWords(cor, null),
  );
  db.run('INSERT INTO cor_payloads (row, company, payload) VALUES (?, ?, ?)', row, company, payload);
}

function update({ db, company }: Scope, cor: Cor, inDetail: boolean, payload: string, row: number): void {
  const values: Readonly<Record<string, SqlValue>> = {
    project_id: cor.projectId,
    in_detail: inDetail ? 1 : 0,
    ...sortKeysOf(cor),
  };
  const assignments = Object.keys(values).map((name) => `${name} = ?`);
  db.run(
    `UPDATE cors SET ${assignments.join(', ')} WHERE company = ? AND row = ?`,
    ...Object.values(values),
    company,
    row,
  );
  const filters = db.get('SELECT change_order FROM cor_filters WHERE company = ? AND row = ?', company, row);
  db.run(
    `UPDATE cor_filters SET project_id = ?, status = ?, submitted = ?, words = ? WHERE company = ? AND row = ?`,
    cor.projectId,
    cor.status,
    instantOrNull(cor.dateSubmitted),
    corWords(cor, filters === undefined ? null : textOrNullOf(filters, 'change_order')),
    company,
    row,
  );
  db.run('UPDATE cor_payloads SET payload = ? WHERE company = ? AND row = ?', payload, company, row);
}
