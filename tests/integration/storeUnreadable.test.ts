import path from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { standardSettings } from '#shared/domain/settings.ts';
import type { Store } from '../../electron/engine/ports/store.ts';
import {
  at,
  cor,
  historyQuery,
  job,
  logQuery,
  mapping,
  opened,
  queued,
  temporaryFolder,
  transfer,
} from '../contracts/storeRig.ts';

/** Fills a store, spoils it behind its back, opens it again. */
function spoiled(fill: (store: Store) => void, sql: string): { readonly store: Store; readonly file: string } {
  const file = path.join(temporaryFolder(), 'plumbline.db');
  const before = opened(file);
  fill(before);
  before.close();
  const direct = new Sqlite(file);
  direct.exec(sql);
  direct.close();
  return { store: opened(file), file };
}

const stored = (file: string, sql: string): unknown[] => {
  const direct = new Sqlite(file, { readonly: true });
  const rows = direct.prepare(sql).pluck().all();
  direct.close();
  return rows;
};

describe('a COR that does not parse', () => {
  const fill = (store: Store): void => {
    store.mappings.save(mapping('p1', '200'));
    store.cors.upsert([cor('1'), cor('2'), cor('3')], true);
    store.cors.setSageState('2', 'inSync', '14');
  };
  const spoil = `UPDATE cor_payloads SET payload = '{"id":"2","title":5}' WHERE payload LIKE '%"id":"2"%'`;

  it('is kept among the unreadable ones, and the log shows the others with counts that agree', () => {
    const { store } = spoiled(fill, spoil);
    const log = store.cors.list(logQuery());
    expect(log.rows.map((row) => row.id)).toEqual(['1', '3']);
    expect(log).toMatchObject({ total: 2, counts: { notInSage: 2 } });
    expect(store.unreadable.all()).toMatchObject([
      { source: 'store.cor', key: '2', payload: '{"id":"2","title":5}', reason: expect.stringContaining('uuid') },
    ]);
    store.close();
  });

  it('is kept when it is asked for alone, and comes back with the next read of the cloud', () => {
    const { store } = spoiled(fill, spoil);
    expect(store.cors.get('2')).toBeNull();
    expect(store.unreadable.all()).toHaveLength(1);
    expect(store.cors.upsert([cor('2')], false)).toEqual(['2']);
    expect(store.cors.list(logQuery()).total).toBe(3);
    expect(store.unreadable.all()).toHaveLength(1);
    store.close();
  });

  it('with a state that this program does not know counts as not in Sage', () => {
    const { store } = spoiled(fill, `UPDATE cor_filters SET sage_state = 'teleported' WHERE change_order = '14'`);
    expect(store.cors.list(logQuery()).counts).toEqual({ notInSage: 3 });
    expect(store.cors.list(logQuery({ sageStates: ['notInSage'] })).total).toBe(3);
    expect(store.cors.list(logQuery({ search: '14' })).rows).toMatchObject([{ id: '2', sage: 'notInSage' }]);
    store.close();
  });
});

describe('any other payload that does not parse', () => {
  it('is left out of the answer and stays where it is', () => {
    const { store, file } = spoiled(
      (before) => {
        before.transfers.save(transfer('a', queued));
        before.transfers.save(transfer('b', queued));
        before.history.add({
          at: at(0),
          by: 'Ana',
          kind: 'approved',
          sentence: 'Approved',
          job: null,
          cors: [],
          changeOrder: null,
          transferId: null,
          detail: '',
        });
        before.mappings.save(mapping('p1', '200'));
      },
      `UPDATE transfers SET payload = 'not JSON' WHERE id = 'a';
        UPDATE mappings SET payload = '{}';
        DROP TRIGGER history_is_not_changed; UPDATE history SET payload = replace(payload, 'approved', 'blessed')`,
    );
    expect(store.transfers.open().map((t) => t.id)).toEqual(['b']);
    expect(store.transfers.get('a')).toBeNull();
    expect(store.mappings.all()).toEqual([]);
    expect(store.history.list(historyQuery()).rows).toEqual([]);
    expect(store.unreadable.all().map(({ source, key }) => `${source} ${key}`)).toEqual([
      'store.history 000000000001',
      'store.mapping p1',
      'store.transfer a',
    ]);
    store.close();
    expect(stored(file, `SELECT payload FROM transfers WHERE id = 'a'`)).toEqual(['not JSON']);
  });

  it('of a Sage record is written anew by the next pull, although Sage has not changed', () => {
    const { store } = spoiled(
      (before) => before.sage.upsert('job', [job('1'), job('2')]),
      `
      UPDATE sage_records SET payload = '[' WHERE key = '1'`,
    );
    expect(store.sage.search('job', { limit: 10 }).map((j) => j.number)).toEqual(['2']);
    expect(store.sage.upsert('job', [job('1'), job('2')])).toBe(1);
    expect(store.sage.get('job', '1')).toEqual(job('1'));
    store.close();
  });

  it('of settings that lack what was invented later are completed with what is standard', () => {
    const { store } = spoiled(
      (before) => before.settings.write({ ...standardSettings, timeZone: 'Asia/Tokyo' }),
      `UPDATE settings SET payload = json_remove(payload, '$.writeBack.jobNumber', '$.defaults')`,
    );
    expect(store.settings.read()).toEqual({ ...standardSettings, timeZone: 'Asia/Tokyo' });
    expect(store.unreadable.all()).toEqual([]);
    store.close();
  });

  it('of settings that are wrong gives way to what is standard, and is kept', () => {
    const { store } = spoiled(
      (before) => before.settings.write(standardSettings),
      `UPDATE settings SET payload = json_set(payload, '$.schedule.pushMinutes', 'often')`,
    );
    expect(store.settings.read()).toEqual(standardSettings);
    expect(store.unreadable.all()).toMatchObject([{ source: 'store.settings', key: 'acme' }]);
    store.close();
  });
});

describe('history', () => {
  it('cannot be changed or deleted by any statement', () => {
    const { store, file } = spoiled((before) => {
      before.history.add({
        at: at(0),
        by: 'Ana',
        kind: 'approved',
        sentence: 'Approved',
        job: null,
        cors: [],
        changeOrder: null,
        transferId: null,
        detail: '',
      });
    }, 'SELECT 1');
    store.close();
    const direct = new Sqlite(file);
    expect(() => direct.exec(`UPDATE history SET by = 'nobody'`)).toThrow('append-only');
    expect(() => direct.exec('DELETE FROM history')).toThrow('append-only');
    direct.close();
  });
});
