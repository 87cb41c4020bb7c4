import { createHash } from 'node:crypto';
import type { z } from 'zod';
import { canonicalJson } from '#shared/domain/canonicalJson.ts';
import { type ProcoreRecordKind, type ProcoreRecords, procoreRecordSchemas } from '#shared/domain/procore/records.ts';
import type { ProcoreStore } from '../../engine/ports/procoreStore.ts';
import type { Row } from '../database.ts';
import { readOne, type Scope, textOf } from '../scope.ts';
import { naturalKey } from '../searchText.ts';

/** Unique id and project of a record of any kind; a budget has no id of its own, its project is. */
export function placeOf(record: ProcoreRecords[ProcoreRecordKind]): { readonly id: string; readonly project: string } {
  if (!('id' in record)) return { id: record.project, project: record.project };
  return { id: record.id, project: 'project' in record ? (record.project ?? '') : '' };
}

const schemaOf = <K extends ProcoreRecordKind>(kind: K) =>
  procoreRecordSchemas[kind] as unknown as z.ZodType<ProcoreRecords[K]>;

/** The copy of Procore's records between pulls, in the order of their ids. */
export function createProcoreRecords(scope: Scope): ProcoreStore['records'] {
  const { db, company } = scope;

  const read = <K extends ProcoreRecordKind>(kind: K, rows: readonly Row[]): readonly ProcoreRecords[K][] =>
    rows.flatMap((row) => {
      const record = readOne(scope, schemaOf(kind), `store.procore.${kind}`, row);
      if (record !== null) return [record];
      // An unreadable copy must not look unchanged to the next pull.
      const key = textOf(row, 'key');
      db.run(`UPDATE procore_records SET hash = '' WHERE company = ? AND kind = ? AND id = ?`, company, kind, key);
      return [];
    });

  const save = (kind: ProcoreRecordKind, record: ProcoreRecords[ProcoreRecordKind]): string | null => {
    const { id, project } = placeOf(record);
    const payload = canonicalJson(record);
    const hash = createHash('sha256').update(payload).digest('base64');
    const where = 'WHERE company = ? AND kind = ? AND id = ?';
    if (db.get(`SELECT hash FROM procore_records ${where}`, company, kind, id)?.hash === hash) return null;
    db.run(
      `INSERT INTO procore_records (company, kind, id, project, sort, hash, payload) VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET project = excluded.project, hash = excluded.hash, payload = excluded.payload`,
      company,
      kind,
      id,
      project,
      naturalKey(id),
      hash,
      payload,
    );
    return id;
  };

  const ofProject = (project: string | undefined) => (project === undefined ? '' : 'AND project = ?');
  const values = (kind: string, project: string | undefined) =>
    project === undefined ? [company, kind] : [company, kind, project];

  return {
    upsert: (kind, records) =>
      db.transaction(() => records.map((record) => save(kind, record)).filter((id) => id !== null)),

    get: (kind, id) => {
      const row = db.get(
        'SELECT id AS key, payload FROM procore_records WHERE company = ? AND kind = ? AND id = ?',
        company,
        kind,
        id,
      );
      return row === undefined ? null : (read(kind, [row])[0] ?? null);
    },

    all: (kind, project) =>
      read(
        kind,
        db.all(
          `SELECT id AS key, payload FROM procore_records WHERE company = ? AND kind = ? ${ofProject(project)} ORDER BY sort, id`,
          ...values(kind, project),
        ),
      ),

    ids: (kind, project) =>
      db
        .column(
          `SELECT id FROM procore_records WHERE company = ? AND kind = ? ${ofProject(project)} ORDER BY sort, id`,
          ...values(kind, project),
        )
        .map(String),

    remove: (kind, ids) =>
      db.transaction(() => {
        for (const id of ids) {
          db.run('DELETE FROM procore_records WHERE company = ? AND kind = ? AND id = ?', company, kind, id);
        }
      }),
  };
}
