import type { ItemKey } from '#shared/domain/procore/item.ts';
import { type Transfer, transferSchema } from '#shared/domain/records.ts';
import type { Store } from '../engine/ports/store.ts';
import type { SqlValue } from './database.ts';
import { integerOf, readAll, readOne, type Scope, textOf } from './scope.ts';
import { containing, foldWords, searchWords } from './searchText.ts';

const source = 'store.transfer';
const isOpen = `state NOT IN ('done', 'dropped')`;
const columns = 'SELECT id AS key, payload FROM transfers WHERE company = ?';

/** What is approved keeps its place until it is a draft again; what was dropped as a draft never had one. */
const saveSql = `
  INSERT INTO transfers (company, id, state, approval, created_at, item, words, payload) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (company, id) DO UPDATE SET state = excluded.state,
    approval = CASE WHEN excluded.state <> 'draft' THEN coalesce(approval, excluded.approval) END,
    created_at = excluded.created_at, item = excluded.item, words = excluded.words, payload = excluded.payload`;

/** Transfers, each with its place in the order of approval: what leaves the draft for the queue goes to the end of it. */
export function createTransfers(scope: Scope): Store['transfers'] {
  const { db, company } = scope;
  // Counted here, because this process alone writes; numbers that are not used leave gaps, which do no harm.
  let lastApproval = Number(
    db.column('SELECT max(approval) FROM transfers WHERE company = ? AND approval IS NOT NULL', company)[0] ?? 0,
  );
  const nextApproval = (transfer: Transfer): number | null => {
    if (transfer.state.name === 'draft' || transfer.state.name === 'dropped') return null;
    lastApproval += 1;
    return lastApproval;
  };

  const saveCors = (transfer: Transfer): void => {
    const corIds = transfer.cloud === 'clearstory' ? [...new Set(transfer.corIds)].sort() : [];
    const known = db.column(
      'SELECT cor_id FROM transfer_cors WHERE company = ? AND transfer_id = ? ORDER BY cor_id',
      company,
      transfer.id,
    );
    if (JSON.stringify(known) === JSON.stringify(corIds)) return;
    db.run('DELETE FROM transfer_cors WHERE company = ? AND transfer_id = ?', company, transfer.id);
    for (const corId of corIds) {
      db.run('INSERT INTO transfer_cors (company, cor_id, transfer_id) VALUES (?, ?, ?)', company, corId, transfer.id);
    }
  };

  return {
    get: (id) => readOne(scope, transferSchema, source, db.get(`${columns} AND id = ?`, company, id)),

    save: (transfer) =>
      db.transaction(() => {
        const state = transfer.state.name;
        const payload = JSON.stringify(transfer);
        const words = wordsOf(transfer);
        const approval = nextApproval(transfer);
        db.run(saveSql, company, transfer.id, state, approval, transfer.createdAt, itemOf(transfer), words, payload);
        saveCors(transfer);
      }),

    // Newest first: an order that does not shift while the timers work.
    list: ({ states, search, offset, limit }) => {
      const conditions = ['company = ?'];
      const values: SqlValue[] = [company];
      if (states.length > 0) {
        conditions.push('state IN (SELECT value FROM json_each(?))');
        values.push(JSON.stringify(states));
      }
      for (const word of searchWords(search)) {
        conditions.push('words GLOB ?');
        values.push(containing(word));
      }
      const where = conditions.join(' AND ');
      const total = Number(db.column(`SELECT count(*) FROM transfers WHERE ${where}`, ...values)[0]);
      const rows = db.all(
        `SELECT id AS key, payload FROM transfers WHERE ${where} ORDER BY created_at DESC, id DESC LIMIT ? OFFSET ?`,
        ...values,
        limit,
        offset,
      );
      return { rows: readAll(scope, transferSchema, source, rows), total };
    },

    // Drafts come after what is approved.
    open: () =>
      readAll(
        scope,
        transferSchema,
        source,
        db.all(`${columns} AND ${isOpen} ORDER BY approval NULLS LAST, created_at, id`, company),
      ),

    openOfCor: (corId) => {
      const found = readOne(
        scope,
        transferSchema,
        source,
        db.get(
          `${columns} AND ${isOpen}
             AND id IN (SELECT transfer_id FROM transfer_cors WHERE company = ? AND cor_id = ?)
           ORDER BY approval NULLS LAST, created_at, id LIMIT 1`,
          company,
          company,
          corId,
        ),
      );
      return found?.cloud === 'clearstory' ? found : null;
    },

    openOfItem: (item) => {
      const row = db.get(`${columns} AND ${isOpen} AND item = ?`, company, itemWords(item));
      const found = readOne(scope, transferSchema, source, row);
      return found?.cloud === 'procore' ? found : null;
    },

    states: () =>
      Object.fromEntries(
        db
          .all('SELECT id, state FROM transfers WHERE company = ?', company)
          .map((row) => [textOf(row, 'id'), textOf(row, 'state')]),
      ),

    counts: () =>
      Object.fromEntries(
        db
          .all('SELECT state, count(*) AS transfers FROM transfers WHERE company = ? GROUP BY state', company)
          .map((row) => [textOf(row, 'state'), integerOf(row, 'transfers')]),
      ),
  };
}

function itemOf(transfer: Transfer): string | null {
  return transfer.cloud === 'procore' ? itemWords(transfer.item) : null;
}

function itemWords({ kind, id }: ItemKey): string {
  return `${kind} ${id}`;
}

function wordsOf(transfer: Transfer): string {
  const { plan, receipt, state } = transfer;
  return foldWords([
    transfer.title,
    transfer.job,
    transfer.createdBy,
    transfer.approvedBy,
    ...(plan?.sources.map((cor) => cor.number) ?? []),
    receipt?.number ?? null,
    state.name === 'done' ? state.number : null,
  ]);
}
